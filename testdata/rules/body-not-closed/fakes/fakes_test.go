package fakes

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

type recorder struct {
	request *http.Request
}

func (r *recorder) RoundTrip(request *http.Request) (*http.Response, error) {
	r.request = request
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}, nil
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(request *http.Request) (*http.Response, error) {
	return f(request)
}

func TestDirect(t *testing.T) {
	fake := &recorder{}
	response, err := fake.RoundTrip(&http.Request{})
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response, err)
	}
}

func TestWrapped(t *testing.T) {
	fake := &recorder{}
	response, err := NewSigner(fake).RoundTrip(&http.Request{Header: http.Header{}})
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response, err)
	}
}

func TestClientOfFake(t *testing.T) {
	client := &http.Client{Transport: &recorder{}}
	response, err := client.Get("http://example.com")
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response, err)
	}
}

func TestClientOfFunction(t *testing.T) {
	client := &http.Client{}
	client.Transport = roundTrip(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}, nil
	})
	response, err := client.Get("http://example.com")
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response, err)
	}
}

func TestServer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	client := &http.Client{}
	response, err := client.Get(server.URL) // want `body-not-closed: `
	if err != nil || response.StatusCode != http.StatusNotFound {
		t.Fatal(response, err)
	}
}

func TestSignedServer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	client := &http.Client{Transport: &Signer{inner: http.DefaultTransport}}
	response, err := client.Get(server.URL) // want `body-not-closed: `
	if err != nil || response.StatusCode != http.StatusNotFound {
		t.Fatal(response, err)
	}
}

func TestSignedFunction(t *testing.T) {
	signed := NewSigner(roundTrip(func(*http.Request) (*http.Response, error) {
		return &http.Response{Header: http.Header{}}, nil
	}))
	response, err := signed.RoundTrip(&http.Request{Header: http.Header{}})
	if err != nil || response == nil {
		t.Fatal(response, err)
	}
	signed = NewSigner(roundTrip(func(*http.Request) (*http.Response, error) {
		return nil, http.ErrNotSupported
	}))
	if _, err = signed.RoundTrip(&http.Request{Header: http.Header{}}); err == nil {
		t.Fatal("no error")
	}
}

func TestSignedClient(t *testing.T) {
	client := newSigned(roundTrip(func(*http.Request) (*http.Response, error) {
		return &http.Response{Header: http.Header{}}, nil
	}))
	response, err := client.Get("http://example.com")
	if err != nil || response == nil {
		t.Fatal(response, err)
	}
	real := newSigned(http.DefaultTransport)
	response, err = real.Get("http://example.com") // want `body-not-closed: `
	if err != nil || response == nil {
		t.Fatal(response, err)
	}
}

func newSigned(inner http.RoundTripper) *http.Client {
	return &http.Client{Transport: NewSigner(inner)}
}
