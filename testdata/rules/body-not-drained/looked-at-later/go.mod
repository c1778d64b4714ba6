module example.com/lookedatlater

go 1.21
