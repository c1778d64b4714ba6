module example.com/tunedproxies

go 1.22
