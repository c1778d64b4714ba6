module example.com/in-structs

go 1.24
