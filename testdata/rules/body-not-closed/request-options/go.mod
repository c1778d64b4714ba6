module example.com/request-options

go 1.22
