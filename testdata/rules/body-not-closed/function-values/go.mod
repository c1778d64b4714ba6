module example.com/function-values

go 1.21
