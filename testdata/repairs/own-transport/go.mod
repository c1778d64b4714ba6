module example.com/own-transport

go 1.26
