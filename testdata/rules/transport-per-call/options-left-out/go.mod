module example.com/options-left-out

go 1.22
