module example.com/givenclients

go 1.22
