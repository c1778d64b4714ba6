module example.com/goto-retry

go 1.21
