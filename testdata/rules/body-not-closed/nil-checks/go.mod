module example.com/nil-checks

go 1.21
