package nested

import "example.com/renamed/part"

// Name comes from a module that lies inside this one.
const Name = part.Name
