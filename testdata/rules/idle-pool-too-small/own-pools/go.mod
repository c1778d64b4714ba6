module example.com/own-pools

go 1.21
