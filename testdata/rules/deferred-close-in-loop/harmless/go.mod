module example.com/deferred-close-in-loop/harmless

go 1.21
