package single_test

import (
	"testing"

	"example.com/single"
)

func TestNameOutside(t *testing.T) {
	if single.Name != "single" {
		t.Fatal(single.Name)
	}
}
