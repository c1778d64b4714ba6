module example.com/proxies

go 1.22
