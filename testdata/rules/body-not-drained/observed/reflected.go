package client

import (
	"io"
	"net/http"
	"reflect"
)

// isNil only looks at what it is given.
func isNil(value any) bool {
	if value == nil {
		return true
	}
	switch reflect.TypeOf(value).Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Ptr, reflect.Slice:
		return reflect.ValueOf(value).IsNil()
	}
	return false
}

func closedUnlessNil(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	if !isNil(resp.Body) {
		_ = resp.Body.Close()
	}
	return nil
}

func readUnlessNil(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if isNil(resp.Body) {
		return nil, nil
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// What is made of it through reflection is not known.
func handedOn(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	reflect.ValueOf(into).Elem().Set(reflect.ValueOf(resp.Body))
	return nil
}
