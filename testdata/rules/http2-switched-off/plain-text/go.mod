module example.com/plain-text

go 1.24
