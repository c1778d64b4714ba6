module example.com/closed-once

go 1.22
