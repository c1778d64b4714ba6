module example.com/close-branches

go 1.26
