module example.com/drain-branches

go 1.26
