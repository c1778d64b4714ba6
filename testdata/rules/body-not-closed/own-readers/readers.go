// Package ownreaders has readers of its own over a body.
package ownreaders

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// counter counts what goes through it.
type counter struct {
	inner io.Reader
	count int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.inner.Read(p)
	c.count += int64(n)
	return n, err
}

// Read to its end, it has read the body to its end.
func counted(url string) (int64, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	c := &counter{inner: resp.Body}
	if _, err := io.Copy(io.Discard, c); err != nil {
		return 0, err
	}
	return c.count, nil
}

func decoded(url string, value any) error {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get is not closed and perhaps not read to EOF"
	if err != nil {
		return err
	}
	return json.NewDecoder(&counter{inner: resp.Body}).Decode(value)
}

func firstLine(url string) (string, error) {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return bufio.NewReader(&counter{inner: resp.Body}).ReadString('\n')
}

// progress is closed as the body is: the method is promoted.
type progress struct {
	io.ReadCloser
	report func(int)
}

func (p *progress) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	if err == io.EOF {
		p.report(n)
		return n, io.EOF
	}
	return n, err
}

func open(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &progress{ReadCloser: resp.Body}, nil
}

func all(url string) ([]byte, error) {
	body, err := open(url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func start(url string) ([]byte, error) {
	body, err := open(url) // want "body-not-closed: body from open"
	if err != nil {
		return nil, err
	}
	buffer := make([]byte, 16)
	n, err := body.Read(buffer)
	if err != nil {
		return nil, err
	}
	return buffer[:n], nil
}

func unread(url string) error {
	body, err := open(url) // want "body-not-drained: body from open"
	if err != nil {
		return err
	}
	return body.Close()
}

// closing has a Close of its own.
type closing struct {
	body   io.ReadCloser
	closed bool
}

func (c *closing) Read(p []byte) (int, error) {
	if c.closed {
		return 0, errors.New("closed")
	}
	return c.body.Read(p)
}

func (c *closing) Close() error {
	c.closed = true
	return c.body.Close()
}

// forgetful does not close what it reads.
type forgetful struct{ body io.ReadCloser }

func (f forgetful) Read(p []byte) (int, error) { return f.body.Read(p) }

func (f forgetful) Close() error { return nil }

func replaced(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	resp.Body = &closing{body: resp.Body}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func refused(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req) // want "body-not-drained: "
	if err != nil {
		return nil, err
	}
	resp.Body = &closing{body: resp.Body}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func forgotten(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req) // want "body-not-closed: "
	if err != nil {
		return nil, err
	}
	var body io.ReadCloser = forgetful{resp.Body}
	defer body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(body)
}

// limited ends before the body may.
type limited struct {
	inner io.Reader
	left  int
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, io.EOF
	}
	n, err := l.inner.Read(p)
	l.left -= n
	return n, err
}

func limitedly(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(&limited{resp.Body, 1024})
}

// decoder reads in ways of its own: how far is not known.
type decoder struct {
	inner io.Reader
	key   byte
}

func (d *decoder) Read(p []byte) (int, error) {
	n, err := io.ReadFull(d.inner, p)
	for i := range p[:n] {
		p[i] ^= d.key
	}
	return n, err
}

func decrypted(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(&decoder{inner: resp.Body})
}

// base closes for what embeds it.
type base struct{ body io.ReadCloser }

func (b *base) Close() error {
	_, _ = io.Copy(io.Discard, b.body)
	return b.body.Close()
}

type document struct {
	*base
	title string
}

func openDocument(url string) (*document, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &document{base: &base{body: resp.Body}, title: resp.Header.Get("Title")}, nil
}

func title(url string) (string, error) {
	opened, err := openDocument(url)
	if err != nil {
		return "", err
	}
	defer opened.Close()
	return opened.title, nil
}

// lines has the methods of a reader, and a body to close.
type lines struct {
	*bufio.Reader
	body io.Closer
}

func (l *lines) Close() error { return l.body.Close() }

func openLines(url string) (*lines, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &lines{bufio.NewReader(resp.Body), resp.Body}, nil
}

func oneLine(url string) (string, error) {
	opened, err := openLines(url) // want "body-partly-read: opened from openLines"
	if err != nil {
		return "", err
	}
	defer opened.Close()
	return opened.ReadString('\n')
}

// A source is closed as what it is.
type source interface {
	Name() string
	Close() error
}

type remote struct{ resp *http.Response }

func (r remote) Name() string { return r.resp.Header.Get("Name") }

func (r remote) Close() error {
	_, _ = io.Copy(io.Discard, r.resp.Body)
	return r.resp.Body.Close()
}

type local struct{ name string }

func (l local) Name() string { return l.name }

func (l local) Close() error { return nil }

func find(url string) (source, error) {
	if url == "" {
		return local{"none"}, nil
	}
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return remote{resp}, nil
}

func named(url string) (string, error) {
	found, err := find(url)
	if err != nil {
		return "", err
	}
	defer found.Close()
	return found.Name(), nil
}

func unnamed(url string) (string, error) {
	found, err := find(url) // want "body-not-closed: found from find"
	if err != nil {
		return "", err
	}
	return found.Name(), nil
}

// scan gives a scanner that nobody can close.
func scan(url string) (*bufio.Scanner, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return bufio.NewScanner(resp.Body), nil
}

func word(url string) (string, error) {
	scanner, err := scan(url) // want "body-not-closed: scanner from scan"
	if err != nil {
		return "", err
	}
	scanner.Scan()
	return scanner.Text(), nil
}

type readFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

// What a function reads in whose place it stands is not known.
func adapted(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(readFunc(func(p []byte) (int, error) { return resp.Body.Read(p) }))
}

// What is not compressed is given up.
func unpacked(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	unpacked, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer unpacked.Close()
	return io.ReadAll(unpacked)
}

func packed(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-not-closed: "
	if err != nil {
		return nil, err
	}
	unpacked, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(unpacked)
}
