module example.com/ended-context

go 1.22
