package names

import "net/http"

type files struct{}

// The name io is that of a parameter here.
func shadowed(url string, io *files) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return io != nil && resp.StatusCode == http.StatusOK
}

func styled(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer func() {
		if err := recover(); err != nil {
			panic(err)
		}
		_ = resp.Body.Close()
	}()
	return resp.StatusCode == http.StatusOK
}

func likewise(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}
