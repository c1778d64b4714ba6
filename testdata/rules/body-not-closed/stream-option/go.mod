module example.com/streamoption

go 1.26
