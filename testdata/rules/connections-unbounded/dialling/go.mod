module example.com/dialling

go 1.22
