module example.com/given-literals

go 1.22
