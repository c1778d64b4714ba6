module example.com/connections-exhausted/free

go 1.21
