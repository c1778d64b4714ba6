module example.com/one/inner

go 1.25
