module example.com/body-cancelled/returned

go 1.21
