module example.com/relays

go 1.22
