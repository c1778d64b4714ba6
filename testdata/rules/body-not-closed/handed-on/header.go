package handed

import "net/http"

type record struct {
	status int
	header http.Header
}

func onlyStatus(url string, records chan<- record) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	records <- record{resp.StatusCode, resp.Header}
	return nil
}
