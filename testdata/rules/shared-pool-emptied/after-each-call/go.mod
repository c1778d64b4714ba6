module example.com/aftereachcall

go 1.21
