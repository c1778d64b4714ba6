module example.com/enough

go 1.21
