// Package arm: the client of github.com/Azure/azure-sdk-for-go/sdk/azcore/arm, as far as it leads to its pipeline.
package arm

import "github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"

type Client struct{}

func (c *Client) Endpoint() string

func (c *Client) Pipeline() runtime.Pipeline
