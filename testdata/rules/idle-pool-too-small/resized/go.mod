module example.com/resized

go 1.22
