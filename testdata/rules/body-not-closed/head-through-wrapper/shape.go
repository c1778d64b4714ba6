package shape

import (
	"context"
	"net/http"
	"net/url"
	"strings"
)

const probe = http.MethodHead

type client struct{ http *http.Client }

func (c *client) send(ctx context.Context, method, address string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func newRequest(method, address string) (*http.Request, error) {
	return http.NewRequest(method, address, nil)
}

func (c *client) direct(ctx context.Context, address string) (int64, error) {
	resp, err := c.send(ctx, http.MethodHead, address)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) constant(ctx context.Context, address string) (int64, error) {
	resp, err := c.send(ctx, probe, address)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) ownConstant(address string) (int64, error) {
	req, err := http.NewRequest(probe, address, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) requestHelper(address string) (int64, error) {
	req, err := newRequest(http.MethodHead, address)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) literal(address *url.URL) (int64, error) {
	resp, err := c.http.Do(&http.Request{Method: http.MethodHead, URL: address})
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) assigned(req *http.Request) (int64, error) {
	req.Method = http.MethodHead
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

// What happens to the method on its way is not followed.
func (c *client) upper(method, address string) (*http.Response, error) {
	target, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	return c.http.Do(&http.Request{Method: strings.ToUpper(method), URL: target})
}

func (c *client) exists(address string) (bool, error) {
	resp, err := c.upper("HEAD", address)
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusOK, nil
}

// HEAD is the name of a revision here.
func (c *client) revision(name string) (*http.Response, error) {
	return c.http.Get("http://localhost/revisions/" + name)
}

func (c *client) newest() (int, error) {
	resp, err := c.revision("HEAD") // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// newProbe says HEAD itself.
func newProbe(ctx context.Context, address string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, "HEAD", address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "*/*")
	return req, nil
}

// newAny says HEAD on some of its ways only.
func newAny(address string, download bool) (*http.Request, error) {
	if download {
		return http.NewRequest(http.MethodGet, address, nil)
	}
	return http.NewRequest(http.MethodHead, address, nil)
}

func (c *client) madeElsewhere(ctx context.Context, address string) (int64, error) {
	req, err := newProbe(ctx, address)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) madeForSome(address string, download bool) (int64, error) {
	req, err := newAny(address, download)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req) // want "body-not-closed: .*not closed and not read"
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}
