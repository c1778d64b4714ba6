module example.com/askederrors

go 1.22
