module example.com/laterattempts

go 1.22
