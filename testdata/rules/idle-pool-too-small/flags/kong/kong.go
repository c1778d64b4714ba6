// Package kong defines flags in its own way.
package kong

// Clause is a flag that is being defined.
type Clause struct{ text string }

// Flag begins to define a flag.
func Flag(name, help string) *Clause { return &Clause{text: name + help} }

// Default says which value a flag has when none is given.
func (c *Clause) Default(text string) *Clause {
	c.text = text
	return c
}

// Int makes it a flag with a number.
func (c *Clause) Int() *int { return new(int) }
