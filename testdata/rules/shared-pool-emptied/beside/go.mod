module example.com/beside-clients

go 1.26
