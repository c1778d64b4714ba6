module example.com/default-total

go 1.26
