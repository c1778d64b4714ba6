// Package goquery: signatures and effects of the constructors of github.com/PuerkitoBio/goquery.
package goquery

import (
	"golang.org/x/net/html"
	"io"
	"net/http"
	"net/url"
)

func CloneDocument(doc *Document) *Document

func NewDocument(url string) (*Document, error)

func NewDocumentFromNode(root *html.Node) *Document

func NewDocumentFromReader(r io.Reader) (*Document, error) // reads r to EOF

func NewDocumentFromResponse(res *http.Response) (*Document, error) // reads res to EOF; closes res

type Document struct {
	*Selection
	Url *url.URL
}

type Selection struct {
	Nodes []*html.Node
}
