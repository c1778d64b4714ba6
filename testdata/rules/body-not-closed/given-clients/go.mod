module example.com/given-clients

go 1.22
