package endless

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

func events(url string, each func(string) bool) error {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "text/event-stream")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil
	}
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		if !each(lines.Text()) {
			return nil
		}
	}
	return lines.Err()
}

func watch(client *http.Client, url string, each func(any) bool) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	decoder := json.NewDecoder(resp.Body)
	for {
		var value any
		if err := decoder.Decode(&value); err != nil || !each(value) {
			return err
		}
	}
}

func download(url, name string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, resp.Body)
	return err
}

func part(url string) (int, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Range", "bytes=0-99")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func limited(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}

func parsed(url string, parse func(io.ReadCloser) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil
	}
	return parse(resp.Body)
}

// Another goroutine closes the body to stop those who read it: they would be read away from.
func stopped(ctx context.Context, url string) (*bufio.Reader, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	go func() {
		<-ctx.Done()
		resp.Body.Close()
	}()
	return bufio.NewReader(resp.Body), nil
}

// The drain has its bound: giving the connection up beyond it is meant.
func bounded(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, 64<<10)
	return resp.StatusCode, nil
}

func store(name string, body io.Reader) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, body)
	return err
}

func downloadByHelper(url, name string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	return store(name, resp.Body)
}

// Whether an archive is there is told by the status alone.
func released(version string) (bool, error) {
	resp, err := http.Get("https://example.com/releases/tool-" + version + ".tar.gz")
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK, nil
}

func downloadStatus(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

// This one is small.
func manifest(name string) (int, error) {
	resp, err := http.Get("https://example.com/" + name + ".json")
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

type blobDownload struct {
	url string
}

// What it asks for may be the whole blob.
func (b *blobDownload) resolve() (string, error) {
	resp, err := http.Get(b.url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("Location"), nil
}
