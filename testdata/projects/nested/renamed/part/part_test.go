package part

import "testing"

func TestName(t *testing.T) {}
