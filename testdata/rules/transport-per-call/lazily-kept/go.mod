module example.com/lazily-kept

go 1.21
