module example.com/close

go 1.26
