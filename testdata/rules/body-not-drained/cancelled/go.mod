module example.com/cancelled

go 1.21
