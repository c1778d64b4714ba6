module example.com/function-tables

go 1.22
