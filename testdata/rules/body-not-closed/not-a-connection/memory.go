// Package memory shows responses and bodies that hold no connection of a client.
package memory

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
)

type fake struct{ status int }

func (f fake) RoundTrip(req *http.Request) (*http.Response, error) {
	resp := &http.Response{
		StatusCode: f.status,
		Header:     http.Header{},
		Body:       io.NopCloser(strings.NewReader("hello")),
		Request:    req,
	}
	if f.status == 0 {
		resp.StatusCode = http.StatusOK
	}
	return resp, nil
}

func handMade() int {
	resp := &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}
	return resp.StatusCode
}

func recorded(handler http.Handler) int {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := recorder.Result()
	return resp.StatusCode
}

func serve(w http.ResponseWriter, r *http.Request) {
	content, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Write(content)
}

func handshake(address string, req *http.Request) (net.Conn, *http.Response, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, nil, err
	}
	if err := req.Write(conn); err != nil {
		conn.Close()
		return nil, nil, err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		conn.Close()
		return nil, nil, err
	}
	return conn, resp, nil
}

func upgrade(address string, req *http.Request) (net.Conn, error) {
	conn, resp, err := handshake(address, req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		conn.Close()
		return nil, net.ErrClosed
	}
	return conn, nil
}
