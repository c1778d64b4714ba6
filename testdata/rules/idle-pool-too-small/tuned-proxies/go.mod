module example.com/tuned-proxies

go 1.22
