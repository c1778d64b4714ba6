module example.com/answered-head

go 1.24
