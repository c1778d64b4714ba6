module example.com/across-packages

go 1.24
