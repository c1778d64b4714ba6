module example.com/nil-receivers

go 1.22
