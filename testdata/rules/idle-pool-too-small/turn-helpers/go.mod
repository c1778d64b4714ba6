module example.com/turn-helpers

go 1.26
