module example.com/returned-functions

go 1.22
