module example.com/run-helpers

go 1.22
