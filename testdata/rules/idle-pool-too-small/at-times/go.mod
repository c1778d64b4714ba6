module example.com/at-times

go 1.25
