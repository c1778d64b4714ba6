// Package closers shows the many forms of a helper that closes.
package closers

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
)

type closer interface{ Close() error }

type logger interface{ Log(values ...any) error }

type standard struct{}

func (standard) Log(values ...any) error {
	log.Print(values...)
	return nil
}

func closeWithLog(log logger, body closer, format string, values ...any) {
	if err := body.Close(); err != nil {
		log.Log(fmt.Sprintf(format, values...), err)
	}
}

func exhaustWithLog(log logger, body io.ReadCloser, format string, values ...any) {
	if _, err := io.Copy(io.Discard, body); err != nil {
		log.Log("drain", err)
	}
	closeWithLog(log, body, format, values...)
}

// closeInto gives the error of Close to the named result of its caller.
func closeInto(err *error, body io.Closer, message string) {
	if closeErr := body.Close(); closeErr != nil {
		*err = errors.Join(*err, fmt.Errorf("%s: %w", message, closeErr))
	}
}

func closeAny[T io.Closer](values ...T) {
	for _, value := range values {
		_ = value.Close()
	}
}

func ignore(close func() error) { _ = close() }

func withFormat(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer exhaustWithLog(standard{}, resp.Body, "close %s", url)
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func captured(url string) (content []byte, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer closeInto(&err, resp.Body, "response body")
	return io.ReadAll(resp.Body)
}

func capturedTooLate(url string) (content []byte, err error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.ContentLength == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	if resp.Header.Get("Content-Type") != "text/plain" {
		return nil, errors.New("no text")
	}
	defer closeInto(&err, resp.Body, "response body")
	return io.ReadAll(resp.Body)
}

func generic(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer closeAny(resp.Body)
	return io.ReadAll(resp.Body)
}

func methodValue(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer ignore(resp.Body.Close)
	return io.ReadAll(resp.Body)
}

func methodValueUnread(url string) (int, error) {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	defer ignore(resp.Body.Close)
	return resp.StatusCode, nil
}

func methodValueUnused(url string) (int, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	done := resp.Body.Close
	if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, nil
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, done()
}

func argumentOfLiteral(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func(body io.ReadCloser) {
		if err := body.Close(); err != nil {
			log.Print(err)
		}
	}(resp.Body)
	return io.ReadAll(resp.Body)
}

func nilGuard(url string) error {
	resp, err := http.Get(url)
	defer func() {
		if resp != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			_ = resp.Body.Close()
		}
	}()
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func wrongGuard(url string) (err error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func once(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	var done sync.Once
	release := func() { done.Do(func() { resp.Body.Close() }) }
	defer release()
	content, err := io.ReadAll(resp.Body)
	release()
	return content, err
}

func assignedClosure(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	cleanup := func() error {
		_, drainErr := io.Copy(io.Discard, resp.Body)
		return errors.Join(drainErr, resp.Body.Close())
	}
	defer cleanup()
	if resp.StatusCode == http.StatusNotFound {
		return "", nil
	}
	return resp.Header.Get("Etag"), nil
}

func stacked(urls []string) error {
	var cleanups []func() error
	defer func() {
		for _, cleanup := range cleanups {
			_ = cleanup()
		}
	}()
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		cleanups = append(cleanups, resp.Body.Close)
	}
	return nil
}
