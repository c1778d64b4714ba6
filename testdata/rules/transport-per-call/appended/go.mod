module example.com/appended

go 1.24
