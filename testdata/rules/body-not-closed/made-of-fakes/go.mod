module example.com/made-of-fakes

go 1.24
