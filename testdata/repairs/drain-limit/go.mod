module example.com/drain-limit

go 1.26
