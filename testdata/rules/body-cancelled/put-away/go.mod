module example.com/putaway

go 1.22
