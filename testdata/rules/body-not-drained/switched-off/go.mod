module example.com/switched-off

go 1.21
