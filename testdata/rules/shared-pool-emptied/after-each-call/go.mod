module example.com/shared-pool-emptied/after-each-call

go 1.21
