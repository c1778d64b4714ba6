// Package protocols shows responses that the other side of net/http owns, and what is made by hand.
package protocols

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strconv"
	"strings"
)

func proxy(target *url.URL, transport http.RoundTripper) *httputil.ReverseProxy {
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = transport
	proxy.ModifyResponse = func(resp *http.Response) error {
		if resp.StatusCode == http.StatusTeapot {
			return errors.New("teapot")
		}
		resp.Header.Del("Server")
		return nil
	}
	return proxy
}

// rewrite is a hook: the proxy closes what it leaves.
func rewrite(resp *http.Response) error {
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if err := resp.Body.Close(); err != nil {
		return err
	}
	content = bytes.ReplaceAll(content, []byte("http:"), []byte("https:"))
	resp.Body = io.NopCloser(bytes.NewReader(content))
	resp.ContentLength = int64(len(content))
	resp.Header.Set("Content-Length", strconv.Itoa(len(content)))
	return nil
}

func rewriting(target *url.URL) http.Handler {
	return &httputil.ReverseProxy{ // want `idle-pool-too-small: .*, unless the server speaks HTTP/2`
		Rewrite:        func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ModifyResponse: rewrite,
	}
}

// recording is a transport that gives on what it has seen.
type recording struct {
	next http.RoundTripper
	seen []int
}

func (r *recording) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := r.next.RoundTrip(req)
	if err != nil {
		return resp, err
	}
	r.seen = append(r.seen, resp.StatusCode)
	return resp, nil
}

// refusing loses the response that it refuses.
type refusing struct{ next http.RoundTripper }

func (r refusing) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := r.next.RoundTrip(req) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 500 {
		return nil, fmt.Errorf("refused: %s", resp.Status)
	}
	return resp, nil
}

// offline answers by itself.
type offline struct{ content map[string]string }

func (o offline) RoundTrip(req *http.Request) (*http.Response, error) {
	content, ok := o.content[req.URL.Path]
	if !ok {
		return &http.Response{StatusCode: http.StatusNotFound, Body: http.NoBody, Request: req}, nil
	}
	return &http.Response{
		StatusCode:    http.StatusOK,
		Body:          io.NopCloser(strings.NewReader(content)),
		ContentLength: int64(len(content)),
		Request:       req,
	}, nil
}

func handle(w http.ResponseWriter, r *http.Request) {
	var order struct{ Item string }
	if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func forward(client *http.Client, w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), r.Method, "http://inner"+r.URL.Path, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	resp, err := client.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body)
}

func forwardStatus(client *http.Client, w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get("http://inner" + r.URL.Path) // want `body-not-closed: `
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if resp.StatusCode != http.StatusOK {
		http.Error(w, resp.Status, resp.StatusCode)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// After the switch of protocols the body is the connection.
func upgrade(client *http.Client, req *http.Request) (io.ReadWriteCloser, error) {
	req.Header.Set("Connection", "Upgrade")
	req.Header.Set("Upgrade", "stream")
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	stream, ok := resp.Body.(io.ReadWriteCloser)
	if !ok {
		resp.Body.Close()
		return nil, errors.New("not writable")
	}
	return stream, nil
}

func hijacked(w http.ResponseWriter, address string) error {
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		return errors.New("no hijacker")
	}
	conn, buffered, err := hijacker.Hijack()
	if err != nil {
		return err
	}
	defer conn.Close()
	backend, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer backend.Close()
	_, err = io.Copy(backend, buffered)
	return err
}

// The connection that was dialled by hand is closed, and the response with it.
func connect(proxy, target string) (net.Conn, error) {
	conn, err := net.Dial("tcp", proxy)
	if err != nil {
		return nil, err
	}
	req := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: target}, Host: target, Header: http.Header{}}
	if err := req.Write(conn); err != nil {
		conn.Close()
		return nil, err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		conn.Close()
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		conn.Close()
		return nil, errors.New(resp.Status)
	}
	return conn, nil
}
