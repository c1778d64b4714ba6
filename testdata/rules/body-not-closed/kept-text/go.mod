module example.com/kepttext

go 1.22
