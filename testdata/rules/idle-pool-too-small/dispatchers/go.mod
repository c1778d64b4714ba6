module example.com/dispatchers

go 1.22
