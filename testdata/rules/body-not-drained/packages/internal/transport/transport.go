// Package transport sends requests.
package transport

import "net/http"

type Sender struct{ client *http.Client }

func New(client *http.Client) *Sender { return &Sender{client} }

func (s *Sender) Send(method, url string) (resp *http.Response, err error) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return
	}
	resp, err = s.client.Do(req)
	return
}
