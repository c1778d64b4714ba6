module example.com/closing-requests

go 1.24
