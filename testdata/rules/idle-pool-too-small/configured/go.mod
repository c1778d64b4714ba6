module example.com/configured-pools

go 1.26
