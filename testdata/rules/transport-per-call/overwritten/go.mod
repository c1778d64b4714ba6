module example.com/put-over

go 1.24
