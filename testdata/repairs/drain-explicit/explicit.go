package explicit

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
)

func status(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	code := resp.StatusCode
	resp.Body.Close()
	return code, nil
}

func checked(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	// Nothing of interest is left.
	if err := resp.Body.Close(); err != nil {
		log.Print(err)
	}
	return resp.StatusCode, nil
}

func returned(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func joined(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	err = json.NewDecoder(resp.Body).Decode(into)
	err = errors.Join(err, resp.Body.Close())
	return err
}

func branches(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusNotFound:
		resp.Body.Close()
		return errors.New("not found")
	case http.StatusOK:
		resp.Body.Close()
	default:
		_ = resp.Body.Close()
	}
	return nil
}

// The document is decoded by the statement that closes: nothing can be put between.
func together(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return errors.Join(json.NewDecoder(resp.Body).Decode(into), resp.Body.Close())
}

func sameLine(url string) {
	if resp, err := http.Get(url); err == nil {
		func() { log.Print(resp.Status); resp.Body.Close() }()
	}
}

func commented(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	log.Print(resp.Status) // shown
	resp.Body.Close()      // closed
	return nil
}
