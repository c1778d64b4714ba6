package objects

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
)

// Response embeds the response of net/http.
type Response struct {
	*http.Response
	Remaining int
}

func newResponse(resp *http.Response) *Response {
	remaining, _ := strconv.Atoi(resp.Header.Get("Remaining"))
	return &Response{Response: resp, Remaining: remaining}
}

type API struct {
	client *http.Client
	last   *Response
}

func (a *API) send(req *http.Request) (*Response, error) {
	resp, err := a.client.Do(req)
	if err != nil {
		return nil, err
	}
	response := newResponse(resp)
	if response.StatusCode >= 400 {
		defer response.Body.Close()
		content, _ := io.ReadAll(response.Body)
		return response, errors.New(string(content))
	}
	return response, nil
}

// Do reads and closes: whoever calls it has nothing left to close.
func (a *API) Do(req *http.Request, value any) (*Response, error) {
	resp, err := a.send(req)
	if err != nil {
		return resp, err
	}
	defer resp.Body.Close()
	switch value := value.(type) {
	case nil:
		_, err = io.Copy(io.Discard, resp.Body)
	case io.Writer:
		_, err = io.Copy(value, resp.Body)
	default:
		var content []byte
		if content, err = io.ReadAll(resp.Body); err == nil {
			err = json.Unmarshal(content, value)
		}
	}
	return resp, err
}

func (a *API) name(req *http.Request) (string, int, error) {
	var user struct{ Name string }
	resp, err := a.Do(req, &user)
	if err != nil {
		return "", 0, err
	}
	return user.Name, resp.Remaining, nil
}

func (a *API) delete(req *http.Request) (*Response, error) {
	return a.Do(req, nil)
}

func (a *API) remaining(req *http.Request) (int, error) {
	resp, err := a.send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.Remaining, nil
}

func (a *API) remainingOfUnread(req *http.Request) (int, error) {
	resp, err := a.send(req) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.Remaining, nil
}

func (a *API) throughInner(req *http.Request) ([]byte, error) {
	resp, err := a.send(req)
	if err != nil {
		return nil, err
	}
	inner := resp.Response
	defer inner.Body.Close()
	return io.ReadAll(inner.Body)
}

// The field outlives the call.
func (a *API) keep(req *http.Request) error {
	resp, err := a.send(req)
	if err != nil {
		return err
	}
	a.last = resp
	return nil
}
