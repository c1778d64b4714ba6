module example.com/drain-wanted-later

go 1.21
