// Package policy: requests and policies of github.com/Azure/azure-sdk-for-go/sdk/azcore/policy.
package policy

import (
	"context"
	"net/http"
)

type Policy interface {
	Do(req *Request) (*http.Response, error)
}

type Transporter interface {
	Do(req *http.Request) (*http.Response, error) // obtains response
}

type ClientOptions struct {
	Transport        Transporter
	PerCallPolicies  []Policy
	PerRetryPolicies []Policy
}

type Request struct{}

// Next gives what the policies further in have read already.
func (req *Request) Next() (*http.Response, error)

func (req *Request) Raw() *http.Request

func (req *Request) Clone(ctx context.Context) *Request
