module example.com/round-trip-functions

go 1.22
