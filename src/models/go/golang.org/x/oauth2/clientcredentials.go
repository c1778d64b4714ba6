// Package clientcredentials: signatures and effects of golang.org/x/oauth2/clientcredentials.
package clientcredentials

import (
	"context"
	"golang.org/x/oauth2"
	"net/http"
	"net/url"
)

type Config struct {
	ClientID       string
	ClientSecret   string
	TokenURL       string
	Scopes         []string
	EndpointParams url.Values
	AuthStyle      oauth2.AuthStyle
}

func (c *Config) Client(ctx context.Context) *http.Client

func (c *Config) Token(ctx context.Context) (*oauth2.Token, error)

func (c *Config) TokenSource(ctx context.Context) oauth2.TokenSource
