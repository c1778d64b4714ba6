module example.com/set-later

go 1.24
