// Package azcore: the client of github.com/Azure/azure-sdk-for-go/sdk/azcore, as far as it leads to its pipeline.
package azcore

import "github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"

type Client struct{}

func NewClient(moduleName, moduleVersion string, plOpts runtime.PipelineOptions, options *ClientOptions) (*Client, error)

func (c *Client) Pipeline() runtime.Pipeline

func (c *Client) WithClientName(clientName string) *Client

type ClientOptions struct{}
