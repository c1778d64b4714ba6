package unusual

import "net/http"

// Two requests stand in one statement.
func nested(url string) bool {
	if _, err := http.Get(url); err == nil {
		if _, err := http.Get(url + "/more"); err != nil {
			return false
		}
	}
	return true
}

func chained(url string) bool {
	if _, err := http.Get(url); err != nil {
		return false
	} else if _, err := http.Get(url + "/more"); err != nil {
		return false
	}
	return true
}

func switched(url string) int {
	switch resp, err := http.Get(url); {
	case err != nil:
		return 0
	default:
		return resp.StatusCode
	}
}

func inLiteral(urls ...string) (checks []func() bool) {
	for _, url := range urls {
		checks = append(checks, func() bool { _, err := http.Get(url); return err == nil }, func() bool {
			_, err := http.Get(url)
			return err == nil
		})
	}
	return checks
}
