module example.com/connections-exhausted/limited

go 1.21
