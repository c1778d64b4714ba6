module example.com/drain-explicit

go 1.26
