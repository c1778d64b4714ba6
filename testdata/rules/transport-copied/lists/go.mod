module example.com/transport-lists

go 1.22
