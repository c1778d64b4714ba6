package calls

import (
	"io"
	"net/http"
)

// Conn embeds its client.
type Conn struct {
	http.Client
	address string
}

func (c *Conn) Query(question string) (string, error) {
	resp, err := c.Get(c.address + "?q=" + question)
	if err != nil {
		return "", err
	}
	answer, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	c.CloseIdleConnections() // want `shared-pool-emptied: The pool of c is shared, and this empties it in each call of Conn.Query`
	return string(answer), err
}

// Close gives the client up.
func (c *Conn) Close() { c.CloseIdleConnections() }
