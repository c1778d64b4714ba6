module example.com/pool-helpers

go 1.22
