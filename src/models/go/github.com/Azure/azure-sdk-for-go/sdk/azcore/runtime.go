// Package runtime: signatures of github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime.
//
// The pipeline's last policy but one reads each body to its end and puts the bytes in its place, unless the request was
// given to SkipBodyDownload: nobody has to close what comes out of a pipeline.
package runtime

import (
	"context"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
)

type Pipeline struct{}

type PipelineOptions struct {
	PerCall  []policy.Policy
	PerRetry []policy.Policy
}

func NewPipeline(module, version string, plOpts PipelineOptions, options *policy.ClientOptions) Pipeline

func (p Pipeline) Do(req *policy.Request) (*http.Response, error)

func NewRequest(ctx context.Context, httpMethod string, endpoint string) (*policy.Request, error)

func NewRequestFromRequest(req *http.Request) (*policy.Request, error)

func SkipBodyDownload(req *policy.Request)

func Drain(resp *http.Response) // reads resp to EOF; closes resp

func Payload(resp *http.Response) ([]byte, error) // reads resp to EOF; closes resp

func HasStatusCode(resp *http.Response, statusCodes ...int) bool

func NewResponseError(resp *http.Response) error // keeps resp

func NewResponseErrorWithErrorCode(resp *http.Response, errorCode string) error // keeps resp

func UnmarshalAsJSON(resp *http.Response, v any) error // reads resp to EOF; closes resp

func UnmarshalAsXML(resp *http.Response, v any) error // reads resp to EOF; closes resp
