module example.com/embedded-dialers

go 1.26
