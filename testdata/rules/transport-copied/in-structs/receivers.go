package instructs

import "net/http"

type traced struct {
	http.Transport
	name string
}

func (t traced) RoundTrip(req *http.Request) (*http.Response, error) { // want "transport-copied: The http.Transport in t is copied"
	req.Header.Set("Trace", t.name)
	return t.Transport.RoundTrip(req)
}

// label uses nothing of the transport.
func (t traced) label() string { return t.name }

type counted struct {
	http.Transport
	count int
}

func (c *counted) RoundTrip(req *http.Request) (*http.Response, error) {
	c.count++
	return c.Transport.RoundTrip(req)
}

// behind has a pointer: copies of it share the transport.
type behind struct{ *http.Transport }

func (b behind) RoundTrip(req *http.Request) (*http.Response, error) {
	return b.Transport.RoundTrip(req)
}

var base = &http.Transport{MaxIdleConns: 50}

func client(of http.Transport) *http.Client { return &http.Client{Transport: &of} }

func fromBase() *http.Client { return client(*base) } // want "transport-copied: "

func fromMade() *http.Client { return client(http.Transport{MaxIdleConns: 5}) }

type settings struct {
	Name      string
	Transport http.Transport
}

// Client is of the copy that the call made.
func (s settings) Client() *http.Client { // want "transport-copied: The http.Transport in s is copied"
	return &http.Client{Transport: &s.Transport}
}
