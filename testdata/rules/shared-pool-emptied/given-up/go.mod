module example.com/givenup

go 1.21
