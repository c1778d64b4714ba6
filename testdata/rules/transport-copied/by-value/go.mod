module example.com/by-value

go 1.24
