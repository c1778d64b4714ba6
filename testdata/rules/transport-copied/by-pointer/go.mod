module example.com/by-pointer

go 1.24
