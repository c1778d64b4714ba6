package api

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

type sender func(*http.Request) (*http.Response, error)

func (s sender) RoundTrip(req *http.Request) (*http.Response, error) { return s(req) }

// withFake takes the place of the network.
func withFake(send func(*http.Request) (*http.Response, error)) Option {
	return WithHTTPClient(&http.Client{Transport: sender(send)})
}

func failing(status int) func(*http.Request) (*http.Response, error) {
	return func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: status, Body: http.NoBody}, nil
	}
}

// broken fails as a server does.
func broken() func(*http.Request) (*http.Response, error) {
	return answering(500, "broken")
}

func answering[T any](status int, with T) func(req *http.Request) (*http.Response, error) {
	if status == 0 {
		panic(with)
	}
	return failing(status)
}

// unwell fails as a server does that is not well.
func unwell() func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		return failing(503)(req)
	}
}

func refused(*http.Request) (*http.Response, error) {
	return nil, errors.New("refused")
}

func TestFakeOption(t *testing.T) {
	client, err := New(withFake(failing(500)), WithBase("http://example.com"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.Open("/"); err != nil {
		t.Fatal(err)
	}
}

func TestFakeOfFake(t *testing.T) {
	client, _ := New(withFake(broken()))
	resp, err := client.Open("/")
	if err != nil || resp.StatusCode != 500 {
		t.Fatal(err)
	}
}

func TestFakeThatAsksFake(t *testing.T) {
	client, _ := New(withFake(unwell()))
	resp, err := client.Open("/")
	if err != nil || resp.StatusCode != 503 {
		t.Fatal(err)
	}
}

func TestFakeLiteral(t *testing.T) {
	client, _ := New(withFake(func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: http.NoBody, Request: req}, nil
	}))
	resp, err := client.Open("/")
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(err)
	}
}

func TestFakeFunction(t *testing.T) {
	client, _ := New(withFake(refused))
	if _, err := client.Open("/"); err == nil {
		t.Fatal("no error")
	}
}

func TestFakeClient(t *testing.T) {
	client, _ := New(WithHTTPClient(&http.Client{Transport: sender(refused)}))
	if _, err := client.Open("/"); err == nil {
		t.Fatal("no error")
	}
}

func TestFakeConfig(t *testing.T) {
	client := FromConfig(Config{HTTP: &http.Client{Transport: sender(refused)}, Base: "http://example.com"})
	if _, err := client.Open("/"); err == nil {
		t.Fatal("no error")
	}
}

func TestFakeArgument(t *testing.T) {
	fake := &http.Client{Transport: sender(refused)}
	if _, err := Fetch(fake, "http://example.com"); err == nil {
		t.Fatal("no error")
	}
}

func TestServer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	client, _ := New(WithHTTPClient(server.Client()), WithBase(server.URL))
	resp, err := client.Open("/") // want `body-not-closed: `
	if err != nil || resp.StatusCode != 404 {
		t.Fatal(err)
	}
}

func TestServerByArgument(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	resp, err := Fetch(server.Client(), server.URL) // want `body-not-closed: `
	if err != nil || resp.StatusCode != 404 {
		t.Fatal(err)
	}
}

// logged sends requests on.
func logged(t *testing.T) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		t.Log(req.URL)
		return http.DefaultTransport.RoundTrip(req)
	}
}

func TestLogged(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	client, _ := New(withFake(logged(t)), WithBase(server.URL))
	resp, err := client.Open("/") // want `body-not-closed: `
	if err != nil || resp.StatusCode != 404 {
		t.Fatal(err)
	}
}
