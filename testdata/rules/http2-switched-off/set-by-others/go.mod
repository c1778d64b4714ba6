module example.com/set-by-others

go 1.24
