// Package ctxhttp: signatures and effects of golang.org/x/net/context/ctxhttp.
package ctxhttp

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

func Do(ctx context.Context, client *http.Client, req *http.Request) (*http.Response, error) // obtains response

func Get(ctx context.Context, client *http.Client, url string) (*http.Response, error) // obtains response

func Head(ctx context.Context, client *http.Client, url string) (*http.Response, error) // obtains response without body

func Post(ctx context.Context, client *http.Client, url string, bodyType string, body io.Reader) (*http.Response, error) // obtains response; keeps body

func PostForm(ctx context.Context, client *http.Client, url string, data url.Values) (*http.Response, error) // obtains response
