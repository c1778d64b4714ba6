module example.com/drain-endless

go 1.26
