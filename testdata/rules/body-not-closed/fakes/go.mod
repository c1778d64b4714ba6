module example.com/fakes

go 1.21
