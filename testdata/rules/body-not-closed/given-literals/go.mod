module example.com/givenliterals

go 1.22
