module example.com/head-through-wrapper

go 1.21
