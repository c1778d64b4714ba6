package decode

import (
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
)

func once(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(value)
}

func alias(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	body := resp.Body
	decoder := json.NewDecoder(body)
	decoder.DisallowUnknownFields()
	err = decoder.Decode(value)
	body.Close()
	return err
}

func markup(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return xml.NewDecoder(resp.Body).Decode(value)
}

func binary(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return gob.NewDecoder(resp.Body).Decode(value)
}

func buffered(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	decoder := json.NewDecoder(resp.Body)
	err = decoder.Decode(value)
	io.Copy(io.Discard, decoder.Buffered())
	return err
}

func drained(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(value)
	io.Copy(io.Discard, resp.Body)
	return err
}

func drainDeferred(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	return json.NewDecoder(resp.Body).Decode(value)
}

func unmarshalled(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, value)
}

func untilEOF(url string, handle func(map[string]any)) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	decoder := json.NewDecoder(resp.Body)
	for {
		var value map[string]any
		if err := decoder.Decode(&value); err == io.EOF {
			return nil
		} else if err != nil {
			io.Copy(io.Discard, resp.Body)
			return err
		}
		handle(value)
	}
}

func untilEOFIs(url string, handle func(map[string]any)) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	decoder := json.NewDecoder(resp.Body)
	for {
		var value map[string]any
		err = decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			io.Copy(io.Discard, resp.Body)
			return err
		}
		handle(value)
	}
}

func oneValueOnly(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	decoder := json.NewDecoder(resp.Body)
	err = decoder.Decode(value)
	if err == nil && !decoder.More() {
		return nil
	}
	io.Copy(io.Discard, resp.Body)
	return errors.New("not one value")
}
