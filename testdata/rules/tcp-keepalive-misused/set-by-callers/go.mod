module example.com/set-by-callers

go 1.24
