package guards

import (
	"log"
	"net/http"
	"time"
)

// The error is thrown away: without a response the next line panics.
func thrownAway(url string) int {
	resp, _ := http.Get(url)
	return resp.StatusCode
}

// The error is told, and nothing else.
func told(url string) int {
	resp, err := http.Get(url)
	if err != nil {
		log.Print(err)
	}
	return resp.StatusCode
}

// A method of a response needs one.
func cookies(url string) []*http.Cookie {
	resp, err := http.Get(url)
	log.Print(err)
	return resp.Cookies()
}

func maybe(url string) *http.Response {
	resp, err := http.Get(url)
	if err != nil {
		return nil
	}
	return resp
}

// There may be none, but then it panics.
func helped(url string) bool {
	resp := maybe(url)
	return resp.StatusCode == http.StatusOK
}

// Here there may be none.
func asked(url string) bool {
	resp := maybe(url)
	return resp != nil && resp.StatusCode == http.StatusOK
}

// Only one of two ways needs a response.
func partly(url string, strict bool) bool {
	resp, err := http.Get(url)
	if strict {
		return resp.StatusCode == http.StatusOK
	}
	return err == nil
}

// The error is looked at a little later.
func later(url string) (int, time.Duration, error) {
	start := time.Now()
	resp, err := http.Get(url)
	elapsed := time.Since(start)
	if err != nil {
		return 0, elapsed, err
	}
	return resp.StatusCode, elapsed, nil
}

// It is another error that is looked at.
func another(url string, stop func() error) error {
	resp, err := http.Get(url)
	err = stop()
	if err != nil {
		return err
	}
	log.Print(resp)
	return nil
}

// There is a block for the response already.
func within(url string) (code int) {
	resp, err := http.Get(url)
	if err == nil {
		code = resp.StatusCode
	}
	return code
}

func otherwise(url string) (code int) {
	resp, err := http.Get(url)
	if err != nil {
		log.Print(err)
	} else {
		code = resp.StatusCode
	}
	return code
}

func present(url string) (code int) {
	resp := maybe(url)
	if resp != nil {
		code = resp.StatusCode
	}
	return code
}

// More is asked of it than whether it is there.
func more(url string) (code int) {
	resp, err := http.Get(url)
	if err == nil && resp.StatusCode < 300 {
		code = resp.StatusCode
	}
	return code
}

// Each was used before it is lost.
func each(urls []string) (sum int) {
	for _, url := range urls {
		resp, _ := http.Get(url)
		sum += resp.StatusCode
	}
	return sum
}

// Only one way has used it.
func some(urls []string, strict bool) (sum int) {
	for _, url := range urls {
		resp, _ := http.Get(url)
		if strict {
			sum += resp.StatusCode
		}
	}
	return sum
}
