module example.com/deferred-close-in-loop/unread

go 1.21
