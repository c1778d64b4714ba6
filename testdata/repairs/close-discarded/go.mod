module example.com/close-discarded

go 1.26
