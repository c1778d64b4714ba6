module example.com/read-to-end

go 1.21
