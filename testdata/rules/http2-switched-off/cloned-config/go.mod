module example.com/cloned-config

go 1.26
