module example.com/errorinfield

go 1.26
