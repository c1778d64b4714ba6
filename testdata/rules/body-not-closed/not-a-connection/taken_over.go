package memory

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
)

// The connection is its caller's own, and is handed on as a whole.
func takenOver(conn net.Conn, req *http.Request) (net.Conn, *bufio.Reader, error) {
	client := httputil.NewClientConn(conn, nil)
	resp, err := client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	if resp.StatusCode > 299 {
		defer resp.Body.Close()
		content, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, nil, err
		}
		return nil, nil, errors.New(string(content))
	}
	conn, buffered := client.Hijack()
	return conn, buffered, nil
}
