package caller

import (
	"context"
	"io"
	"net/http"

	"example.com/across-packages/api"
)

func newWatcher(client *http.Client, base string) *watcher {
	return &watcher{
		client: api.Client{Doer: client, Base: base, Send: client.Do},
		doer:   client,
		get:    client.Get,
	}
}

func (w *watcher) content(ctx context.Context, path string) ([]byte, error) {
	return w.client.Read(ctx, path)
}

func (w *watcher) finished(ctx context.Context, path string) (string, error) {
	resp, err := w.client.Get(ctx, path)
	defer api.Finish(resp)
	if err != nil {
		return "", err
	}
	return api.Status(resp), nil
}

func (w *watcher) checked(req *http.Request) ([]byte, error) {
	resp, err := w.doer.Do(req)
	if err != nil {
		return nil, err
	}
	if err := api.Check(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (w *watcher) fieldClosed(url string) error {
	resp, err := w.get(url)
	if err != nil {
		return err
	}
	api.Finish(resp)
	return nil
}

func mustClosed(url string) ([]byte, error) {
	resp := api.Must(http.Get(url))
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func retriedOutside(url string) ([]byte, error) {
	var resp *http.Response
	err := api.Retry(func() (err error) {
		resp, err = http.Get(url)
		return err
	})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
