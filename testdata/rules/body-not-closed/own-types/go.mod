module example.com/own-types

go 1.21
