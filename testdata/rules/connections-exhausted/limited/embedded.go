package limited

import (
	"net/http"
	"strings"
)

type notifier struct {
	*http.Client
	address string
}

func newNotifier(address string) *notifier {
	return &notifier{&http.Client{Transport: &http.Transport{MaxConnsPerHost: 2}}, address}
}

func (n *notifier) notify(text string) error {
	_, err := n.Post(n.address, "text/plain", strings.NewReader(text)) // want `connections-exhausted: .*MaxConnsPerHost 2`
	return err
}
