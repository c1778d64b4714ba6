module example.com/body-cancelled/closures

go 1.21
