module example.com/bound-factories

go 1.22
