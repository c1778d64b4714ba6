module example.com/given-handlers

go 1.22
