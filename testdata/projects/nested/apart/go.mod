module example.com/nested/apart

go 1.25
