module example.com/handed-over

go 1.22
