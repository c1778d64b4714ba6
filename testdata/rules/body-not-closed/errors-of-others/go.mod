module example.com/errors-of-others

go 1.22
