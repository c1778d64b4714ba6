module example.com/drain-deferred

go 1.26
