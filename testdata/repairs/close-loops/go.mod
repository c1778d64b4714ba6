module example.com/close-loops

go 1.26
