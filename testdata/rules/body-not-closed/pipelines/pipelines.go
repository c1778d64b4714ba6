// Package pipelines sends requests through handlers that call each other through interfaces.
package pipelines

import "net/http"

type Next interface {
	Next(request *http.Request, index int) (*http.Response, error)
}

type Handler interface {
	Handle(next Next, index int, request *http.Request) (*http.Response, error)
}

type pipeline struct {
	transport http.RoundTripper
	handlers  []Handler
}

func (p *pipeline) Next(request *http.Request, index int) (*http.Response, error) {
	if index < len(p.handlers) {
		return p.handlers[index].Handle(p, index+1, request)
	}
	return p.transport.RoundTrip(request)
}

type retrying struct{ most int }

func (r *retrying) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	response, err := next.Next(request, index) // want `body-not-drained: `
	if err != nil {
		return response, err
	}
	return r.retry(next, index, request, response, 0)
}

func (r *retrying) retry(next Next, index int, request *http.Request, response *http.Response, times int) (*http.Response, error) {
	if times < r.most && response.StatusCode >= 500 {
		response.Body.Close()
		again, err := next.Next(request, index) // want `body-not-drained: `
		if err != nil {
			return again, err
		}
		return r.retry(next, index, request, again, times+1)
	}
	return response, nil
}

type redirecting struct{ most int }

func (r *redirecting) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	response, err := next.Next(request, index) // want `body-not-closed: `
	if err != nil {
		return response, err
	}
	return r.redirect(next, index, 0, request, response)
}

func (r *redirecting) redirect(next Next, index int, times int, request *http.Request, response *http.Response) (*http.Response, error) {
	if times < r.most && response.StatusCode == http.StatusFound {
		target, err := http.NewRequest(request.Method, response.Header.Get("Location"), nil)
		if err != nil {
			return response, err
		}
		result, err := next.Next(target, index) // want `body-not-closed: `
		if err != nil {
			return result, err
		}
		return r.redirect(next, index, times+1, target, result)
	}
	return response, nil
}

type falling struct{}

func (falling) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	response, err := next.Next(request, index) // want `body-not-closed: `
	if err != nil {
		return response, err
	}
	if response.StatusCode == http.StatusUnsupportedMediaType {
		return next.Next(request.Clone(request.Context()), index)
	}
	return response, nil
}

type first struct{}

func (first) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	request.Header.Set("X-First", "yes")
	return next.Next(request, index)
}

type second struct{}

func (second) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	request.Header.Set("X-Second", "yes")
	return next.Next(request, index)
}

type third struct{}

func (third) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	request.Header.Set("X-Third", "yes")
	return next.Next(request, index)
}

type fourth struct{}

func (fourth) Handle(next Next, index int, request *http.Request) (*http.Response, error) {
	request.Header.Set("X-Fourth", "yes")
	return next.Next(request, index)
}

func Status(p *pipeline, request *http.Request) (int, error) {
	response, err := p.Next(request, 0) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return response.StatusCode, nil
}
