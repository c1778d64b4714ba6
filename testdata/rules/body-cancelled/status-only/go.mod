module example.com/body-cancelled/status-only

go 1.21
