// Command api compares model files of the standard library with the library itself:
// every function, method, field, variable and constant of a model must be there with the same type.
//
//	go run main.go DIRECTORY < list of import paths
//
// It prints one line for each difference.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	fileSet := token.NewFileSet()
	source := importer.ForCompiler(fileSet, "source", nil)
	paths := bufio.NewScanner(os.Stdin)
	for paths.Scan() {
		path := paths.Text()
		file, err := parser.ParseFile(fileSet, filepath.Join(os.Args[1], path+".go"), nil, parser.SkipObjectResolution)
		if err != nil {
			fmt.Println(err)
			continue
		}
		real, err := source.Import(path)
		if err != nil {
			fmt.Println(err)
			continue
		}
		// Names that a partial model leaves out are errors here; what could be typed is compared.
		config := types.Config{Importer: source, Error: func(error) {}}
		model, _ := config.Check(path, fileSet, []*ast.File{file}, nil)
		compare(model, real)
	}
}

func compare(model, real *types.Package) {
	for _, name := range model.Scope().Names() {
		modelled, found := model.Scope().Lookup(name), real.Scope().Lookup(name)
		if found == nil {
			fmt.Printf("%s.%s is not in the library\n", model.Path(), name)
			continue
		}
		typeName, isType := modelled.(*types.TypeName)
		if !isType {
			compareTypes(model.Path()+"."+name, modelled.Type(), found.Type())
			continue
		}
		if !typeName.IsAlias() {
			compareMembers(model, found.Type(), typeName.Type())
		}
	}
}

func compareMembers(model *types.Package, real, modelled types.Type) {
	name := types.TypeString(modelled, nil)
	if structure, ok := modelled.Underlying().(*types.Struct); ok {
		for field := range structure.Fields() {
			compareMember(name+"."+field.Name(), real, field, model)
		}
	}
	if contract, ok := modelled.Underlying().(*types.Interface); ok {
		for method := range contract.ExplicitMethods() {
			compareMember(name+"."+method.Name(), real, method, model)
		}
	}
	for method := range modelled.(*types.Named).Methods() {
		compareMember(name+"."+method.Name(), real, method, model)
	}
}

func compareMember(name string, owner types.Type, modelled types.Object, model *types.Package) {
	found, _, _ := types.LookupFieldOrMethod(owner, true, model, modelled.Name())
	if found == nil {
		fmt.Printf("%s is not in the library\n", name)
		return
	}
	compareTypes(name, modelled.Type(), found.Type())
}

// compareTypes compares by text: the two packages of one path have types that are never identical.
func compareTypes(name string, modelled, real types.Type) {
	want, got := text(real), text(modelled)
	if want != got && !mentionsInvalid(got) && !mentionsUnexported(real) {
		fmt.Printf("%s is %s, not %s\n", name, want, got)
	}
}

// text is the type without the names of parameters, which a model may choose.
func text(t types.Type) string {
	if signature, ok := t.(*types.Signature); ok {
		t = types.NewSignatureType(nil, nil, nil, unnamed(signature.Params()), unnamed(signature.Results()), signature.Variadic())
	}
	return types.TypeString(t, nil)
}

func unnamed(tuple *types.Tuple) *types.Tuple {
	var variables []*types.Var
	for variable := range tuple.Variables() {
		variables = append(variables, types.NewParam(token.NoPos, nil, "", variable.Type()))
	}
	return types.NewTuple(variables...)
}

// mentionsInvalid tells whether a part of the type is a name that the model leaves out.
func mentionsInvalid(text string) bool {
	return strings.Contains(text, "invalid type")
}

// mentionsUnexported is true of variables whose type callers cannot name: a model gives them an interface.
func mentionsUnexported(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && !named.Obj().Exported() && named.Obj().Pkg() != nil
}
