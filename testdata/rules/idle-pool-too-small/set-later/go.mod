module example.com/setlater

go 1.22
