// Command main prints what go/types says of the declarations of packages: one JSON object for each package.
package main

import (
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"sort"
	"strings"
)

// Package is what is printed of a package.
type Package struct {
	Path string `json:"path"`
	// Names are the members asked for in each type.
	Names     []string          `json:"names"`
	Functions map[string]string `json:"functions"`
	Types     map[string]Type   `json:"types"`
}

// Type is what is printed of a type of the package.
type Type struct {
	Underlying string `json:"underlying"`
	// Members are those of Names that it has.
	Members map[string]Member `json:"members"`
	// Implements names the interfaces of the package that it or a pointer to it implements. Only for plain types.
	Implements []string `json:"implements"`
	IsPlain    bool     `json:"isPlain"`
}

// Member is a field or method and the embedded fields that lead to it.
type Member struct {
	Kind string   `json:"kind"`
	Path []string `json:"path"`
	Type string   `json:"type"`
}

func main() {
	source := importer.ForCompiler(token.NewFileSet(), "source", nil)
	output := json.NewEncoder(os.Stdout)
	for _, path := range os.Args[1:] {
		imported, err := source.Import(path)
		if err == nil {
			err = output.Encode(describe(imported))
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func describe(imported *types.Package) Package {
	scope := imported.Scope()
	var defined []*types.TypeName
	functions := map[string]string{}
	for _, name := range scope.Names() {
		switch object := scope.Lookup(name).(type) {
		case *types.TypeName:
			defined = append(defined, object)
		case *types.Func:
			functions[name] = write(object.Type())
		}
	}
	described := Package{imported.Path(), memberNames(defined), functions, map[string]Type{}}
	for _, object := range defined {
		t := Type{Underlying: write(object.Type().Underlying()), Members: map[string]Member{}, IsPlain: isPlain(object)}
		for _, name := range described.Names {
			if member, ok := selection(imported, object, name); ok {
				t.Members[name] = member
			}
		}
		for _, other := range defined {
			contract, ok := other.Type().Underlying().(*types.Interface)
			if !ok || !t.IsPlain || !isPlain(other) {
				continue
			}
			if types.Implements(object.Type(), contract) || types.Implements(types.NewPointer(object.Type()), contract) {
				t.Implements = append(t.Implements, other.Name())
			}
		}
		described.Types[object.Name()] = t
	}
	return described
}

// isPlain is false for generic types and constraints.
func isPlain(object *types.TypeName) bool {
	if contract, ok := object.Type().Underlying().(*types.Interface); ok && !contract.IsMethodSet() {
		return false
	}
	named, ok := types.Unalias(object.Type()).(*types.Named)
	return !ok || named.TypeParams().Len() == 0
}

// memberNames gives the names of all fields and methods that the types and the types of their fields have.
func memberNames(defined []*types.TypeName) []string {
	found := map[string]bool{}
	for _, object := range defined {
		collect(object.Type(), found, 2)
	}
	delete(found, "_")
	names := []string{}
	for name := range found {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func collect(t types.Type, found map[string]bool, depth int) {
	t = types.Unalias(t)
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	if named, ok := t.(*types.Named); ok {
		for method := range named.Methods() {
			found[method.Name()] = true
		}
	}
	switch under := t.Underlying().(type) {
	case *types.Struct:
		for field := range under.Fields() {
			found[field.Name()] = true
			if depth > 0 && field.Embedded() {
				collect(field.Type(), found, depth-1)
			}
		}
	case *types.Interface:
		for method := range under.Methods() {
			found[method.Name()] = true
		}
	}
}

func selection(imported *types.Package, object *types.TypeName, name string) (Member, bool) {
	found, index, _ := types.LookupFieldOrMethod(object.Type(), true, imported, name)
	if found == nil {
		return Member{}, false
	}
	member := Member{Kind: "field", Path: []string{}, Type: write(found.Type())}
	if _, ok := found.(*types.Func); ok {
		member.Kind = "method"
	}
	current := object.Type()
	for _, position := range index[:len(index)-1] {
		if pointer, ok := current.Underlying().(*types.Pointer); ok {
			current = pointer.Elem()
		}
		field := current.Underlying().(*types.Struct).Field(position)
		member.Path = append(member.Path, field.Name())
		current = field.Type()
	}
	return member, true
}

// write prints a type without array lengths, channel directions, field tags and alias names.
func write(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			return "unsafe.Pointer"
		}
		return t.Name()
	case *types.Named:
		text := t.Obj().Name()
		if owner := t.Obj().Pkg(); owner != nil {
			text = owner.Name() + "." + text
		}
		var arguments []string
		for argument := range t.TypeArgs().Types() {
			arguments = append(arguments, write(argument))
		}
		if len(arguments) > 0 {
			text += "[" + strings.Join(arguments, ", ") + "]"
		}
		return text
	case *types.TypeParam:
		return t.Obj().Name()
	case *types.Pointer:
		return "*" + write(t.Elem())
	case *types.Slice:
		return "[]" + write(t.Elem())
	case *types.Array:
		return "[...]" + write(t.Elem())
	case *types.Chan:
		return "chan " + write(t.Elem())
	case *types.Map:
		return "map[" + write(t.Key()) + "]" + write(t.Elem())
	case *types.Signature:
		return "func" + signature(t)
	case *types.Struct:
		var fields []string
		for field := range t.Fields() {
			text := write(field.Type())
			if !field.Embedded() {
				text = field.Name() + " " + text
			}
			fields = append(fields, text)
		}
		return "struct{" + strings.Join(fields, "; ") + "}"
	case *types.Interface:
		return contract(t)
	}
	panic(fmt.Sprintf("a type of an unknown form: %v", t))
}

func contract(t *types.Interface) string {
	if t.IsComparable() && t.NumMethods() == 0 && t.NumEmbeddeds() == 0 {
		return "any"
	}
	if t.IsImplicit() && t.NumEmbeddeds() == 1 {
		if _, ok := t.EmbeddedType(0).(*types.Union); !ok {
			return write(t.EmbeddedType(0))
		}
	}
	var members []string
	for method := range t.ExplicitMethods() {
		members = append(members, method.Name()+signature(method.Signature()))
	}
	for embedded := range t.EmbeddedTypes() {
		if union, ok := embedded.(*types.Union); ok {
			for term := range union.Terms() {
				members = append(members, write(term.Type()))
			}
			continue
		}
		members = append(members, write(embedded))
	}
	if len(members) == 0 {
		return "any"
	}
	return "interface{" + strings.Join(members, "; ") + "}"
}

func signature(t *types.Signature) string {
	text := ""
	var generic []string
	for parameter := range t.TypeParams().TypeParams() {
		generic = append(generic, parameter.Obj().Name()+" "+write(parameter.Constraint()))
	}
	if len(generic) > 0 {
		text = "[" + strings.Join(generic, ", ") + "]"
	}
	text += "(" + tuple(t.Params(), t.Variadic()) + ")"
	results := t.Results()
	switch {
	case results.Len() == 0:
		return text
	case results.Len() == 1 && results.At(0).Name() == "":
		return text + " " + write(results.At(0).Type())
	}
	return text + " (" + tuple(results, false) + ")"
}

func tuple(variables *types.Tuple, variadic bool) string {
	var texts []string
	for index := range variables.Len() {
		variable := variables.At(index)
		text := write(variable.Type())
		if slice, ok := variable.Type().(*types.Slice); ok && variadic && index == variables.Len()-1 {
			text = "..." + write(slice.Elem())
		}
		if variable.Name() != "" {
			text = variable.Name() + " " + text
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", ")
}
