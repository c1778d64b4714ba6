package wrapped

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"image"
	"io"
	"net/http"
)

func gzipAll(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	reader, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	return io.ReadAll(reader)
}

// What says that it is compressed and is not is given up: that is no way to save a connection on.
func gzipChosen(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var reader io.Reader = resp.Body
	if resp.Header.Get("Content-Encoding") == "gzip" {
		reader, err = gzip.NewReader(resp.Body)
		if err != nil {
			return nil, err
		}
	}
	return io.ReadAll(reader)
}

func gzipPart(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	reader, err := gzip.NewReader(resp.Body)
	if err != nil {
		io.Copy(io.Discard, resp.Body)
		return err
	}
	return json.NewDecoder(reader).Decode(value)
}

func teed(url string, log io.Writer) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.TeeReader(resp.Body, log))
}

func teedPart(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var seen bytes.Buffer
	return json.NewDecoder(io.TeeReader(resp.Body, &seen)).Decode(value)
}

func nopCloser(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body := io.NopCloser(bufio.NewReaderSize(resp.Body, 1<<16))
	return io.ReadAll(body)
}

func encoded(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(base64.NewDecoder(base64.StdEncoding, resp.Body))
}

func table(url string) ([][]string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return csv.NewReader(resp.Body).ReadAll()
}

func tableHead(url string) ([]string, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return csv.NewReader(resp.Body).Read()
}

func picture(url string) (image.Image, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	picture, _, err := image.Decode(resp.Body)
	return picture, err
}

func archive(url string) (names []string, err error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	reader := tar.NewReader(resp.Body)
	for {
		header, err := reader.Next()
		if err == io.EOF {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
		names = append(names, header.Name)
	}
}

func replaced(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(content))
	return resp, nil
}
