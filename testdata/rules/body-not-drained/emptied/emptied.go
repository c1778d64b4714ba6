// Package emptied has pools that are made and emptied in one function.
package emptied

import "net/http"

func transport(url string) (int, error) {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	resp, err := client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 4}}
}

func made(url string) (int, error) {
	client := newClient()
	resp, err := client.Get(url)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	client.CloseIdleConnections()
	return resp.StatusCode, nil
}

// The second request could have used the connection of the first.
func twice(first, second string) (int, error) {
	client := newClient()
	defer client.CloseIdleConnections()
	resp, err := client.Get(first) // want "body-not-drained: "
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	resp, err = client.Get(second)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func often(urls []string) (sum int) {
	client := newClient()
	defer client.CloseIdleConnections()
	for _, url := range urls {
		resp, err := client.Get(url) // want "body-not-drained: "
		if err != nil {
			continue
		}
		resp.Body.Close()
		sum += resp.StatusCode
	}
	return sum
}

// Who else has the client may use the connection.
func lent(url string, ask func(*http.Client) error) error {
	client := newClient()
	defer client.CloseIdleConnections()
	resp, err := client.Get(url) // want "body-not-drained: "
	if err != nil {
		return err
	}
	resp.Body.Close()
	return ask(client)
}
