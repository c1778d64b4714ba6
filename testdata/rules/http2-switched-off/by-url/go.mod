module example.com/by-url

go 1.24
