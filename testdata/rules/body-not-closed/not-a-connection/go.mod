module example.com/not-a-connection

go 1.21
