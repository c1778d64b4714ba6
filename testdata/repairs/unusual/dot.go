package unusual

import . "net/http"

func dotted(url string) int {
	resp, err := Get(url)
	if err != nil {
		return 0
	}
	resp.Body.Close()
	return resp.StatusCode
}

func dottedAway(url string) (err error) {
	for range 2 {
		_, err = Head(url)
	}
	for range 2 {
		_, err = Get(url)
	}
	return err
}
