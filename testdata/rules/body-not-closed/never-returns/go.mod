module example.com/never-returns

go 1.21
