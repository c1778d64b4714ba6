// Package tests is tested with a copy.
package tests

import "net/http"

// Get asks with a client.
func Get(client *http.Client, url string) (*http.Response, error) { return client.Get(url) }
