package beta

import "example.com/alpha/deep"

// Deep comes from the other module.
const Deep = deep.Name
