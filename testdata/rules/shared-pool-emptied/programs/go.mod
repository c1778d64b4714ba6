module example.com/shared-pool-emptied/programs

go 1.21
