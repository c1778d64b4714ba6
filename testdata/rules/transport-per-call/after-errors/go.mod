module example.com/after-errors

go 1.24
