module example.com/same-request

go 1.25
