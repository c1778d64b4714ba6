package client

func (c *client) forgotten(url string) error {
	_, err := c.send(&request{method: "POST", url: url}) // want "body-not-closed: .*not closed and not read"
	return err
}

func (c *client) forgottenVariable(url string) error {
	r := request{method: "POST", url: url}
	_, err := c.send(&r) // want "body-not-closed: .*not closed and not read"
	return err
}

func (c *client) forgottenInClosure(url string) error {
	r := request{url: url}
	r.method = "DELETE"
	return attempt(func() error {
		_, err := c.send(&r) // want "body-not-closed: .*not closed and not read"
		return err
	})
}

func (c *client) nothingToDecode(url string) error {
	_, err := c.sendJSON(&request{method: "POST", url: url}) // want "body-not-closed: .*not closed and not read"
	return err
}

func (c *client) discarded(url string) error {
	_, err := c.send(&request{method: "POST", url: url, discard: true})
	return err
}

func (c *client) discardedLater(url string) error {
	r := &request{method: "POST", url: url}
	r.discard = true
	_, err := c.send(r)
	return err
}

func (c *client) decoded(url string) (string, error) {
	var answer struct{ Name string }
	_, err := c.sendJSON(&request{method: "GET", url: url, into: &answer})
	return answer.Name, err
}

func (c *client) prepared(url string) error {
	r := request{method: "POST", url: url}
	_, err := c.send(prepared(&r))
	return err
}

func (c *client) setElsewhere(url string) error {
	r := request{method: "POST", url: url}
	prepared(&r)
	_, err := c.send(&r)
	return err
}

func (c *client) chosenByCaller(r *request) error {
	_, err := c.send(r)
	return err
}

func (c *client) noBody(url string) error {
	_, err := c.send(&request{method: "HEAD", url: url})
	return err
}

func attempt(f func() error) error {
	var err error
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}
