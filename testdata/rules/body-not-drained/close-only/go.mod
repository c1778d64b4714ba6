module example.com/close-only

go 1.21
