module example.com/body-cancelled/helpers

go 1.21
