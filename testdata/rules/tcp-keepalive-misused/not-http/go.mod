module example.com/not-http

go 1.24
