module example.com/body-cancelled/kept

go 1.21
