module example.com/generic-retry

go 1.21
