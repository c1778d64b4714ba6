module example.com/holders

go 1.21
