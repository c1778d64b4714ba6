module example.com/switched-off-from-afar

go 1.21
