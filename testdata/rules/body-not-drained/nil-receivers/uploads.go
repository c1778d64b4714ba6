package uploads

import (
	"errors"
	"io"
	"net/http"
)

var errNoClient = errors.New("no client")

type client struct {
	http *http.Client
	base string
}

// The guard in what is called asks again what was asked here already.
func (c *client) mirror(url string) error {
	if c == nil {
		return errNoClient
	}
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return c.upload(resp.Body)
}

func (c *client) upload(content io.Reader) error { return c.send(content) }

func (c *client) send(content io.Reader) error {
	if c == nil {
		return errNoClient
	}
	_, err := io.Copy(io.Discard, content)
	return err
}

// Other guards tell.
func (c *client) mirrorNamed(url, name string) error {
	resp, err := c.http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return c.sendNamed(name, resp.Body)
}

func (c *client) sendNamed(name string, content io.Reader) error {
	if c == nil || name == "" {
		return errNoClient
	}
	_, err := io.Copy(io.Discard, content)
	return err
}

// A receiver that is known to be nil.
func discarded(url string) error {
	var none *client
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return none.send(resp.Body)
}

type upload struct {
	content io.Reader
	link    string
}

// A field that a literal leaves out is empty.
func (c *client) mirrorPlain(url string) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return c.store(upload{content: resp.Body})
}

func (c *client) mirrorLinked(url string) error {
	resp, err := c.http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return c.store(upload{content: resp.Body, link: url})
}

func (c *client) store(what upload) error {
	if what.link != "" {
		return errors.New("links are not stored")
	}
	return c.put(what.content)
}

func (c *client) put(content io.Reader) error {
	req, err := http.NewRequest(http.MethodPut, c.base, content)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
