module example.com/close-deferred

go 1.26
