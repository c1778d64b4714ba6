package branches

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// Only one way leaves the body unread.
func one(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func commented(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusAccepted:
		// It is not there yet.
		return 0, nil
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	return len(data), nil
}

// Two ways do: one deferred call is shorter.
func two(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		return nil, errors.New("not found")
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// A decoder may stop before the end.
func decoded(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(into)
}

// The last return may come after a read.
func sometimes(url string) (text string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusOK {
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			return "", err
		}
		text = string(data)
	}
	return text, nil
}

// The name means something else where it returns.
func hidden(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		resp := resp.Status
		return nil, errors.New(resp)
	}
	return io.ReadAll(resp.Body)
}

func closeAll(body io.Closer, err *error) {
	if cerr := body.Close(); cerr != nil && *err == nil {
		*err = cerr
	}
}

// Another function closes it.
func helped(url string) (data []byte, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer closeAll(resp.Body, &err)
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func failure(resp *http.Response) error {
	if resp.Header.Get("Content-Type") != "text/plain" {
		return errors.New(resp.Status)
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return errors.New(string(text))
}

// What makes the error may read the body: nothing may be read before that.
func told(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, failure(resp)
	}
	return io.ReadAll(resp.Body)
}

type answer struct {
	resp *http.Response
}

func (a *answer) failure() error {
	return failure(a.resp)
}

func toldByAnother(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	a := &answer{resp: resp}
	if resp.StatusCode != http.StatusOK {
		return nil, a.failure()
	}
	return io.ReadAll(resp.Body)
}

// What is deferred later runs first, and may read the body.
func logged(url string, log func(io.Reader)) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	defer func() {
		if resp.StatusCode != http.StatusOK {
			log(resp.Body)
		}
	}()
	if resp.StatusCode == http.StatusAccepted {
		return nil, errors.New("later")
	}
	return io.ReadAll(resp.Body)
}
