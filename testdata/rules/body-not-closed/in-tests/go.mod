module example.com/in-tests

go 1.21
