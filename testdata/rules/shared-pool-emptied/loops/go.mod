module example.com/shared-pool-emptied/loops

go 1.21
