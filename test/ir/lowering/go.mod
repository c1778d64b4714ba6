module lowering

go 1.26
