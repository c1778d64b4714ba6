module example.com/ended-context-remade

go 1.22
