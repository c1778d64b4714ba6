module example.com/wanted-errors

go 1.22
