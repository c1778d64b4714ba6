module example.com/rawresponses

go 1.26
