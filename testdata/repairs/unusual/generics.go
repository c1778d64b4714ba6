package unusual

import (
	"encoding/json"
	"net/http"
)

type client[T any] struct {
	base string
}

func (c *client[T]) get(path string) (value T, err error) {
	resp, err := http.Get(c.base + path)
	if err != nil {
		return value, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&value)
	return value, err
}

func status[K comparable, V any](urls map[K]string, found func(K, int) V) (all []V) {
	for key, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		all = append(all, found(key, resp.StatusCode))
	}
	return all
}
