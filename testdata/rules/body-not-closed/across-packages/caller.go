package caller

import (
	"context"
	"io"
	"net/http"

	"example.com/across-packages/api"
)

type watcher struct {
	client api.Client
	doer   api.Doer
	get    func(url string) (*http.Response, error)
}

func (w *watcher) exists(ctx context.Context, path string) bool {
	resp, err := w.client.Get(ctx, path) // want `body-not-closed: `
	return err == nil && resp.StatusCode == http.StatusOK
}

func (w *watcher) throughInterface(req *http.Request) (string, error) {
	resp, err := w.doer.Do(req) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return api.Status(resp), nil
}

func (w *watcher) throughField(req *http.Request) (int, error) {
	resp, err := w.client.Send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func must(url string) int {
	resp := api.Must(http.Get(url)) // want `body-not-closed: `
	return resp.StatusCode
}

func onlyChecked(url string) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	return api.Check(resp)
}

func retried(url string) error {
	return api.Retry(func() error {
		resp, err := http.Get(url) // want `body-not-closed: `
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return io.ErrUnexpectedEOF
		}
		defer resp.Body.Close()
		_, err = io.Copy(io.Discard, resp.Body)
		return err
	})
}
