module example.com/cloned

go 1.24
