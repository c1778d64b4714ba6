package helpers

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

type session struct{ client *http.Client }

func closeQuietly(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Print(err)
	}
}

func finish(resp *http.Response) {
	if resp == nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func finishTwoDown(resp *http.Response) { finish(resp) }

func finishThreeDown(resp *http.Response) error {
	defer finishTwoDown(resp)
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func (s *session) release(body io.ReadCloser) {
	io.Copy(io.Discard, body)
	closeQuietly(body)
}

// check closes the body when it returns an error; otherwise it leaves it to the caller.
func check(resp *http.Response) error {
	if resp.StatusCode == http.StatusOK {
		return nil
	}
	content, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	return fmt.Errorf("%s: %s", resp.Status, content)
}

func describe(resp *http.Response) string {
	return fmt.Sprintf("%s %d", resp.Status, resp.ContentLength)
}

func deferredBeforeCheck(url string) error {
	resp, err := http.Get(url)
	defer finish(resp)
	if err != nil {
		return err
	}
	return nil
}

func threeDown(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return finishThreeDown(resp)
}

func (s *session) throughMethod(url string) error {
	resp, err := s.client.Get(url)
	if err != nil {
		return err
	}
	defer s.release(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func closedOnError(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if err := check(resp); err != nil {
		return nil, err
	}
	defer closeQuietly(resp.Body)
	return io.ReadAll(resp.Body)
}

func closedOnErrorOnly(url string) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	return check(resp)
}

func looksLikeHelper(url string) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	log.Print(describe(resp))
	return nil
}

func localClosure(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	done := func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	if resp.StatusCode != http.StatusOK {
		done()
		return errors.New(resp.Status)
	}
	done()
	return nil
}

func closureNotCalled(url string) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	done := func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	done()
	return nil
}
