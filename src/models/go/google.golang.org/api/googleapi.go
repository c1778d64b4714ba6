// Package googleapi: signatures and effects of what google.golang.org/api/googleapi does with responses.
package googleapi

import "net/http"

func CheckMediaResponse(res *http.Response) error // reads res partly on error

func CheckResponse(res *http.Response) error // reads res to EOF on error

func CheckResponseWithBody(res *http.Response, body []byte) error

func CloseBody(res *http.Response) // reads res partly; closes res

func IsNotModified(err error) bool

type Error struct {
	Code    int
	Message string
	Details []interface{}
	Body    string
	Header  http.Header
	Errors  []ErrorItem
}

func (e *Error) Error() string

func (e *Error) Unwrap() error

func (e *Error) Wrap(err error)

type ErrorItem struct {
	Reason  string
	Message string
}
