module example.com/proxies-of-few

go 1.25
