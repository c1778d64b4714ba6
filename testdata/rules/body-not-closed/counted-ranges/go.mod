module example.com/countedranges

go 1.22
