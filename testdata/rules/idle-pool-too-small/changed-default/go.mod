module example.com/changed-default

go 1.21
