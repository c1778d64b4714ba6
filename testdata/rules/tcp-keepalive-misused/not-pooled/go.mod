module example.com/not-pooled

go 1.24
