package fakes

import (
	"io"
	"net/http"
)

// Sender is more than what http.Client does.
type Sender interface {
	Send(*http.Request) (*http.Response, error)
	Name() string
}

type sender struct {
	client *http.Client
}

func (s *sender) Name() string { return "sender" }

func (s *sender) Send(request *http.Request) (*http.Response, error) {
	return s.client.Do(request)
}

// Double gives what it was told to give.
type Double struct {
	answers []any
}

func (d *Double) Name() string { return "double" }

func (d *Double) Send(request *http.Request) (*http.Response, error) {
	if answer, ok := d.answers[0].(func(*http.Request) (*http.Response, error)); ok {
		return answer(request)
	}
	var response *http.Response
	if answer, ok := d.answers[0].(func(*http.Request) *http.Response); ok {
		response = answer(request)
	}
	err, _ := d.answers[1].(error)
	return response, err
}

func Size(sender Sender, request *http.Request) (int64, error) {
	response, err := sender.Send(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	return io.Copy(io.Discard, response.Body)
}

func Sent(sender Sender, request *http.Request) (int, error) {
	response, err := sender.Send(request) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return response.StatusCode, nil
}
