// Package reflect: signatures and effects of reflect.
package reflect

func DeepEqual(x any, y any) bool

func TypeOf(i any) Type

func ValueOf(i any) Value // keeps i

type Kind uint

func (k Kind) String() string

type Type interface {
	Elem() Type
	Kind() Kind
	Name() string
	PkgPath() string
	String() string
}

type Value struct{}
