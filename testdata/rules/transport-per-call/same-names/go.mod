module example.com/same-names

go 1.24
