module example.com/bounded-drains

go 1.26
