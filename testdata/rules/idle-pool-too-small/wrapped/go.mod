module example.com/wrapped

go 1.22

require golang.org/x/oauth2 v0.0.0

replace golang.org/x/oauth2 => ./oauth2
