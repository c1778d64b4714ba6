module example.com/eitherway

go 1.22
