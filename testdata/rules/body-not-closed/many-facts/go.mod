module example.com/manyfacts

go 1.22
