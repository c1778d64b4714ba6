module example.com/jumps

go 1.21
