module example.com/shared-pool-emptied/given-up

go 1.21
