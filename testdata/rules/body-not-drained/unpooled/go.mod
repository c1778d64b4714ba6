module example.com/unpooled

go 1.21
