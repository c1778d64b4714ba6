// Package objects shows types of its own that hold a response.
package objects

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// Object is read and closed by its user.
type Object struct {
	resp *http.Response
	size int64
}

func (o *Object) Read(p []byte) (int, error) { return o.resp.Body.Read(p) }

func (o *Object) Close() error {
	if o == nil || o.resp == nil {
		return nil
	}
	return o.resp.Body.Close()
}

func (o *Object) Size() int64 { return o.size }

func (o *Object) Decode(value any) error {
	defer o.Close()
	content, err := io.ReadAll(o.resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, value)
}

type Bucket struct{ client *http.Client }

func (b *Bucket) Open(url string) (*Object, error) {
	resp, err := b.client.Get(url)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", url, err)
	}
	if resp.StatusCode != http.StatusOK {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, fmt.Errorf("open %s: %s", url, resp.Status)
	}
	return &Object{resp: resp, size: resp.ContentLength}, nil
}

// OpenAny loses the response when it does not like the status.
func (b *Bucket) OpenAny(url string) (*Object, error) {
	resp, err := b.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	object := &Object{resp: resp, size: resp.ContentLength}
	if object.size < 0 {
		return nil, fmt.Errorf("open %s: no length", url)
	}
	return object, nil
}

func (b *Bucket) size(url string) (int64, error) {
	object, err := b.Open(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return object.Size(), nil
}

func (b *Bucket) decode(url string, value any) error {
	object, err := b.Open(url)
	if err != nil {
		return err
	}
	return object.Decode(value)
}

func (b *Bucket) download(url, path string) (err error) {
	object, err := b.Open(url)
	if err != nil {
		return err
	}
	defer object.Close()
	file, err := os.Create(path)
	if err != nil {
		_, _ = io.Copy(io.Discard, object)
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, object)
	return err
}

func (b *Bucket) downloadLate(url, path string) error {
	object, err := b.Open(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	defer object.Close()
	_, err = io.Copy(file, object)
	return err
}

func (b *Bucket) probe(url string) (bool, error) {
	object, err := b.Open(url) // want `body-not-drained: `
	if err != nil {
		return false, err
	}
	defer object.Close()
	return object.Size() > 0, nil
}

// The reader that is returned is closed by the caller.
func (b *Bucket) Reader(url string) (io.ReadCloser, int64, error) {
	object, err := b.Open(url)
	if err != nil {
		return nil, 0, err
	}
	return object, object.Size(), nil
}
