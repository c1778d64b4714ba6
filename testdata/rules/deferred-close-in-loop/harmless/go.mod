module example.com/harmless

go 1.21
