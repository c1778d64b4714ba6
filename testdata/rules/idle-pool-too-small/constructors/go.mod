module example.com/constructors

go 1.21
