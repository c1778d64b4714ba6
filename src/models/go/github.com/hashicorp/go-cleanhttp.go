// Package cleanhttp: signatures and effects of github.com/hashicorp/go-cleanhttp.
package cleanhttp

import "net/http"

func DefaultClient() *http.Client

func DefaultPooledClient() *http.Client // makes transport in Transport for a time

func DefaultPooledTransport() *http.Transport // makes transport for a time

func DefaultTransport() *http.Transport

func PrintablePathCheckHandler(next http.Handler, input *HandlerInput) http.Handler

type HandlerInput struct {
	ErrStatus int
}
