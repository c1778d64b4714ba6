module example.com/drain-helpers

go 1.26
