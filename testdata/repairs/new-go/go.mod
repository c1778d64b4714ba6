module example.com/new-go

go 1.27
