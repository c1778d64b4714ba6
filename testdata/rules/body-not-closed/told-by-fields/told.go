// Package told has structs whose fields tell whether there is an open body beside them.
package told

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

type Answer struct {
	Body   io.ReadCloser
	Error  error
	Cached bool
}

func refused(resp *http.Response) error {
	text, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("%s: %s", resp.Status, text)
}

// ask closes the body where it sets the error.
func ask(client *http.Client, req *http.Request) (*Answer, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	answer := &Answer{}
	if resp.StatusCode >= http.StatusBadRequest {
		answer.Error = refused(resp)
		resp.Body.Close()
	} else {
		answer.Body = resp.Body
	}
	return answer, nil
}

func asked(client *http.Client, req *http.Request) ([]byte, error) {
	answer, err := ask(client, req)
	if err != nil {
		return nil, err
	}
	if answer.Error != nil {
		return nil, answer.Error
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// leave keeps the body open beside the error.
func leave(client *http.Client, req *http.Request) (*Answer, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	answer := &Answer{Body: resp.Body}
	if resp.StatusCode >= http.StatusBadRequest {
		answer.Error = errors.New(resp.Status)
	}
	return answer, nil
}

func left(client *http.Client, req *http.Request) ([]byte, error) {
	answer, err := leave(client, req) // want "body-not-closed: answer from leave"
	if err != nil {
		return nil, err
	}
	if answer.Error != nil {
		return nil, answer.Error
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// page gives values: one with a flag and no body, or one with a body.
func page(url string) (Answer, error) {
	resp, err := http.Get(url)
	if err != nil {
		return Answer{}, err
	}
	if resp.StatusCode == http.StatusNotFound {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return Answer{Cached: true}, nil
	}
	return Answer{Body: resp.Body}, nil
}

func shown(url string) ([]byte, error) {
	found, err := page(url)
	if err != nil || found.Cached {
		return nil, err
	}
	defer found.Body.Close()
	return io.ReadAll(found.Body)
}

func hidden(url string) ([]byte, error) {
	found, err := page(url) // want "body-not-closed: found from page"
	if err != nil || !found.Cached {
		return nil, err
	}
	return nil, errors.New("nothing there")
}

// fill sets the error elsewhere: what it is cannot be known.
func fill(answer *Answer, status int) {
	if status >= http.StatusBadRequest {
		answer.Error = http.ErrNotSupported
	}
}

func filled(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get"
	if err != nil {
		return nil, err
	}
	answer := Answer{Body: resp.Body}
	fill(&answer, resp.StatusCode)
	if answer.Error != nil {
		return nil, answer.Error
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// A closure may set it too.
func inside(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get"
	if err != nil {
		return nil, err
	}
	answer := &Answer{Body: resp.Body}
	check := func() {
		if resp.StatusCode >= http.StatusBadRequest {
			answer.Error = http.ErrNotSupported
		}
	}
	check()
	if answer.Error != nil {
		return nil, answer.Error
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// A list is not looked into: whoever goes through it has them all.
func pair(one, other string) error {
	first, err := http.Get(one) // want "body-not-closed: first from http.Get"
	if err != nil {
		return err
	}
	second, err := http.Get(other)
	if err != nil {
		return err
	}
	for _, each := range []*http.Response{first, second} {
		_, _ = io.Copy(io.Discard, each.Body)
		each.Body.Close()
	}
	return nil
}
