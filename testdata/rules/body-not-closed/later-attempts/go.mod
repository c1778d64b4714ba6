module example.com/later-attempts

go 1.22
