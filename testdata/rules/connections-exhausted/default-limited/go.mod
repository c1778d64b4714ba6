module example.com/connections-exhausted/default-limited

go 1.21
