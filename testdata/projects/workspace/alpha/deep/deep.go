// Package deep lies below another.
package deep

// Name is a name.
const Name = "deep"
