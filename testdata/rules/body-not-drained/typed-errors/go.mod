module example.com/typed-errors

go 1.22
