package deferred

import (
	"fmt"
	"io"
	"log"
	"net/http"
)

func oneLine(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	return resp.StatusCode, nil
}

func logged(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Print(err)
		}
	}()
	return resp.StatusCode, nil
}

func named(url string) (code int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func() {
		cerr := resp.Body.Close()
		if err == nil {
			err = cerr
		}
	}()
	return resp.StatusCode, nil
}

func assigned(url string) (code int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func(body io.Closer) {
		err = body.Close()
	}(resp.Body)
	return resp.StatusCode, nil
}

func helped(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer closeBody(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	return nil
}

func closeBody(body io.Closer) {
	if err := body.Close(); err != nil {
		log.Print(err)
	}
}

func handed(url string) error {
	resp, err := http.Get(url)
	defer closeResponse(resp)
	if err != nil {
		return err
	}
	return nil
}

func closeResponse(resp *http.Response) {
	if resp != nil {
		resp.Body.Close()
	}
}
