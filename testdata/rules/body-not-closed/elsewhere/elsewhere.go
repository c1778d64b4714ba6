// Package elsewhere shows responses that others own when the function ends, and some that nobody does.
package elsewhere

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"
)

type result struct {
	resp *http.Response
	err  error
}

type pool struct {
	client    *http.Client
	mutex     sync.Mutex
	open      map[string]io.ReadCloser
	responses []*http.Response
	results   chan result
	last      struct{ body io.ReadCloser }
}

func (p *pool) inMap(url string) error {
	resp, err := p.client.Get(url)
	if err != nil {
		return err
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.open[url] = resp.Body
	return nil
}

func (p *pool) inSlice(url string) error {
	resp, err := p.client.Get(url)
	if err != nil {
		return err
	}
	p.responses = append(p.responses, resp)
	return nil
}

func (p *pool) inNested(url string) (err error) {
	resp, err := p.client.Get(url)
	if err == nil {
		p.last.body = resp.Body
	}
	return err
}

func (p *pool) Close() (err error) {
	for _, body := range p.open {
		err = errors.Join(err, body.Close())
	}
	return err
}

func (p *pool) sent(url string) {
	resp, err := p.client.Get(url)
	p.results <- result{resp, err}
}

func (p *pool) sentFromGoroutine(urls []string) {
	for _, url := range urls {
		url := url
		go func() {
			resp, err := p.client.Get(url)
			p.results <- result{resp: resp, err: err}
		}()
	}
}

func (p *pool) sentStatus(url string, statuses chan<- int) {
	resp, err := p.client.Get(url) // want `body-not-closed: `
	if err != nil {
		statuses <- 0
		return
	}
	statuses <- resp.StatusCode
}

// The goroutine takes the response over; when it is too late it closes it.
func (p *pool) withTimeout(url string, timeout time.Duration) (*http.Response, error) {
	results := make(chan result)
	stop := make(chan struct{})
	go func() {
		resp, err := p.client.Get(url)
		select {
		case results <- result{resp, err}:
		case <-stop:
			if err == nil {
				_, _ = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		}
	}()
	select {
	case got := <-results:
		return got.resp, got.err
	case <-time.After(timeout):
		close(stop)
		return nil, context.DeadlineExceeded
	}
}

func (p *pool) withTimeoutLost(url string, results chan<- *http.Response, stop <-chan struct{}) error {
	resp, err := p.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	select {
	case results <- resp:
		return nil
	case <-stop:
		return context.Canceled
	}
}

func (p *pool) received() error {
	got := <-p.results
	if got.err != nil {
		return got.err
	}
	defer got.resp.Body.Close()
	_, err := io.Copy(io.Discard, got.resp.Body)
	return err
}

// The writer of the pipe closes the body.
func (p *pool) piped(url string) (io.Reader, error) {
	resp, err := p.client.Get(url)
	if err != nil {
		return nil, err
	}
	reader, writer := io.Pipe()
	go func() {
		defer resp.Body.Close()
		_, err := io.Copy(writer, resp.Body)
		writer.CloseWithError(err)
	}()
	return reader, nil
}

func (p *pool) waited(urls []string) error {
	var group sync.WaitGroup
	errs := make([]error, len(urls))
	for index, url := range urls {
		group.Add(1)
		go func(index int, url string) {
			defer group.Done()
			resp, err := p.client.Get(url)
			if err != nil {
				errs[index] = err
				return
			}
			defer resp.Body.Close()
			_, errs[index] = io.Copy(io.Discard, resp.Body)
		}(index, url)
	}
	group.Wait()
	return errors.Join(errs...)
}

func (p *pool) waitedLost(urls []string) []int {
	var group sync.WaitGroup
	statuses := make([]int, len(urls))
	for index, url := range urls {
		group.Add(1)
		go func(index int, url string) {
			defer group.Done()
			if resp, err := p.client.Get(url); err == nil { // want `body-not-closed: `
				statuses[index] = resp.StatusCode
			}
		}(index, url)
	}
	group.Wait()
	return statuses
}

// A context closes the body when it ends.
func (p *pool) untilDone(ctx context.Context, url string) (io.Reader, error) {
	resp, err := p.client.Get(url)
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, func() { resp.Body.Close() })
	return resp.Body, nil
}

type event struct {
	status int
	closed bool
	body   *http.Response
}

func (p *pool) gathered(urls []string) (events []event) {
	for _, url := range urls {
		resp, err := p.client.Get(url) // want `body-not-closed: `
		if err != nil {
			continue
		}
		events = append(events, event{status: resp.StatusCode, closed: resp.Close})
	}
	return events
}

func (p *pool) gatheredWhole(urls []string) (events []event) {
	for _, url := range urls {
		resp, err := p.client.Get(url)
		if err != nil {
			continue
		}
		events = append(events, event{status: resp.StatusCode, body: resp})
	}
	return events
}

// The header outlives the response: that does not close it.
func (p *pool) headerOf(url string) http.Header {
	resp, err := p.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil
	}
	return resp.Header.Clone()
}
