module example.com/errorpredicates

go 1.26
