// Package single is the root package.
package single

// Name tells the module's name.
const Name = "single"
