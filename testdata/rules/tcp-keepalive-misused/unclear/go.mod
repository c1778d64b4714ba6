module example.com/unclear

go 1.24
