module example.com/no-body

go 1.21
