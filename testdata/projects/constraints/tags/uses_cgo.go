package tags

import "C"
