module example.com/providers

go 1.22
