// Command declarations prints what go/parser finds at the top level of all Go files below a directory, testdata left
// out. A line "file <path>" or, for files with syntax errors, "broken <path>" comes first; then one line for the
// package name, each import declaration and each declared name, with byte offsets. Fields are separated by tabs.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

var out = bufio.NewWriter(os.Stdout)

func main() {
	err := filepath.WalkDir(os.Args[1], func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if !entry.IsDir() && strings.HasSuffix(path, ".go") {
			describe(path)
		}
		return nil
	})
	out.Flush()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func describe(path string) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		fmt.Fprintf(out, "broken\t%s\n", path)
		return
	}
	fmt.Fprintf(out, "file\t%s\npackage\t%s\n", path, file.Name.Name)
	positions := set.File(file.Pos())
	for _, declaration := range file.Decls {
		span := fmt.Sprintf("%d\t%d", positions.Offset(declaration.Pos()), positions.Offset(declaration.End()))
		switch declaration := declaration.(type) {
		case *ast.FuncDecl:
			if declaration.Recv == nil {
				fmt.Fprintf(out, "function\t%s\t\t%s\n", declaration.Name.Name, span)
			} else {
				receiver := baseTypeName(declaration.Recv.List[0].Type)
				fmt.Fprintf(out, "method\t%s\t%s\t%s\n", declaration.Name.Name, receiver, span)
			}
		case *ast.GenDecl:
			describeGroup(declaration, span)
		}
	}
}

func describeGroup(declaration *ast.GenDecl, span string) {
	if declaration.Tok == token.IMPORT {
		fmt.Fprintf(out, "import\t\t\t%s\n", span)
		return
	}
	for _, specification := range declaration.Specs {
		switch specification := specification.(type) {
		case *ast.TypeSpec:
			fmt.Fprintf(out, "type\t%s\t\t%s\n", specification.Name.Name, span)
		case *ast.ValueSpec:
			kind := "variable"
			if declaration.Tok == token.CONST {
				kind = "constant"
			}
			for _, name := range specification.Names {
				fmt.Fprintf(out, "%s\t%s\t\t%s\n", kind, name.Name, span)
			}
		}
	}
}

func baseTypeName(expression ast.Expr) string {
	switch expression := expression.(type) {
	case *ast.Ident:
		return expression.Name
	case *ast.StarExpr:
		return baseTypeName(expression.X)
	case *ast.ParenExpr:
		return baseTypeName(expression.X)
	case *ast.IndexExpr:
		return baseTypeName(expression.X)
	case *ast.IndexListExpr:
		return baseTypeName(expression.X)
	}
	return ""
}
