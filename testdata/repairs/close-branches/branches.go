package branches

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

func handed(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func body(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotFound {
		return nil, errors.New("not found")
	} else if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func explained(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		var problem struct{ Error string }
		if err := json.NewDecoder(resp.Body).Decode(&problem); err != nil {
			return nil, err
		}
		return nil, errors.New(problem.Error)
	}
	return resp.Body, nil
}

// The error is not looked at before the response is given up.
func careless(url string, quick bool) (*http.Response, error) {
	resp, err := http.Get(url)
	if quick {
		return nil, nil
	}
	return resp, err
}

// There may be no response although the error is nil.
func perhaps(url string, dry bool) (*http.Response, error) {
	if dry {
		return nil, nil
	}
	return http.Get(url)
}

func unsure(url string, dry bool) error {
	resp, err := perhaps(url, dry)
	if err != nil {
		return err
	}
	if resp == nil {
		return errors.New("dry")
	}
	return nil
}

// The statement that returns reads the body: it is closed after that.
func inReturn(url string, raw bool) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if raw {
		return resp, nil
	}
	return nil, json.NewDecoder(resp.Body).Decode(new(any))
}

// A name of an inner scope hides that of the response.
func hidden(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp := "gone"
		return nil, errors.New(resp)
	}
	return resp, nil
}

func overwritten(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusServiceUnavailable {
		resp, err = http.Get(url)
		if err != nil {
			return nil, err
		}
	}
	return resp, nil
}

var pending = make(chan *http.Response, 1)

// Somebody else has the response on one way.
func sent(url string, later bool) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if later {
		pending <- resp
		return nil
	}
	return errors.New(resp.Status)
}

// A result that the return sets is captured as it is.
func result(url string, raw bool) (resp *http.Response, err error) {
	resp, err = http.Get(url)
	if err != nil {
		return nil, err
	}
	if raw {
		return resp, nil
	}
	return nil, json.NewDecoder(resp.Body).Decode(new(any))
}
