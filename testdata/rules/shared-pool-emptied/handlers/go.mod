module example.com/shared-pool-emptied/handlers

go 1.21
