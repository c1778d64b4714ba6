module example.com/nested

go 1.25.3

require example.com/renamed v0.0.0

replace example.com/renamed v0.0.0 => ./renamed
