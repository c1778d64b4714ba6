module example.com/queued-functions

go 1.26
