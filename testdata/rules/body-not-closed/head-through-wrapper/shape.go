package shape

import (
	"context"
	"net/http"
	"net/url"
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
