module example.com/expected-status

go 1.22
