module example.com/retry-closure-captured

go 1.21
