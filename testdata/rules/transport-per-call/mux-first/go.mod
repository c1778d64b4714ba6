module example.com/mux-first

go 1.22
