// Package readers shows readers around a body that stop before its end, and some that do not.
package readers

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

const sniffed = 512

func sniff(url string) (string, []byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", nil, err
	}
	defer resp.Body.Close()
	reader := bufio.NewReaderSize(resp.Body, sniffed)
	start, err := reader.Peek(sniffed)
	if err != nil && err != io.EOF {
		_, _ = io.Copy(io.Discard, resp.Body)
		return "", nil, err
	}
	kind := http.DetectContentType(start)
	content, err := io.ReadAll(reader)
	return kind, content, err
}

func sniffOnly(url string) (string, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	start, err := io.ReadAll(io.LimitReader(resp.Body, sniffed))
	if err != nil {
		return "", err
	}
	return http.DetectContentType(start), nil
}

func sniffAndGoOn(url string, w io.Writer) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	start := make([]byte, sniffed)
	n, err := io.ReadFull(resp.Body, start)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		_, _ = io.Copy(io.Discard, resp.Body)
		return "", err
	}
	_, err = io.Copy(w, io.MultiReader(bytes.NewReader(start[:n]), resp.Body))
	return http.DetectContentType(start[:n]), err
}

func checksum(url string, file *os.File) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	sum := sha256.New()
	if _, err := io.Copy(file, io.TeeReader(resp.Body, sum)); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func checksumBoth(url string, file io.Writer) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(file, sum), resp.Body)
	return hex.EncodeToString(sum.Sum(nil)), err
}

func tokens(url string) (names []string, err error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	decoder := json.NewDecoder(resp.Body)
	if _, err := decoder.Token(); err != nil {
		return nil, err
	}
	for decoder.More() {
		var item struct{ Name string }
		if err := decoder.Decode(&item); err != nil {
			return nil, err
		}
		names = append(names, item.Name)
	}
	_, err = decoder.Token()
	return names, err
}

func tokensDrained(url string) (names []string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}()
	decoder := json.NewDecoder(resp.Body)
	if _, err := decoder.Token(); err != nil {
		return nil, err
	}
	for decoder.More() {
		var item struct{ Name string }
		if err := decoder.Decode(&item); err != nil {
			return nil, err
		}
		names = append(names, item.Name)
	}
	return names, nil
}

func lines(url string, handle func(string) error) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	for scanner.Scan() {
		if err := handle(scanner.Text()); err != nil {
			return err
		}
	}
	return scanner.Err()
}

func linesJoined(url string, handle func(string) error) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	for scanner.Scan() {
		err = errors.Join(err, handle(scanner.Text()))
	}
	return errors.Join(err, scanner.Err())
}

func records(url string) (rows int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	reader := csv.NewReader(resp.Body)
	for {
		_, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			return rows, err
		}
		rows++
	}
}

func recordsUntil(url, name string) ([]string, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	reader := csv.NewReader(resp.Body)
	for {
		row, err := reader.Read()
		if err == io.EOF {
			return nil, fmt.Errorf("no %s", name)
		}
		if err != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			return nil, err
		}
		if row[0] == name {
			return row, nil
		}
	}
}

func feed(url string) (titles []string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	decoder := xml.NewDecoder(io.TeeReader(resp.Body, io.Discard))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return titles, nil
		}
		if err != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			return titles, err
		}
		if start, ok := token.(xml.StartElement); ok {
			titles = append(titles, start.Name.Local)
		}
	}
}

func unpacked(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	reader, err := gzip.NewReader(resp.Body)
	if err != nil {
		_, _ = io.Copy(io.Discard, resp.Body)
		return nil, err
	}
	defer reader.Close()
	return io.ReadAll(reader)
}

func unpackedFirst(url string) (string, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	reader, err := gzip.NewReader(resp.Body)
	if err != nil {
		return "", err
	}
	defer reader.Close()
	line, err := bufio.NewReader(reader).ReadString('\n')
	return strings.TrimSpace(line), err
}

func first(url string) (byte, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return bufio.NewReader(resp.Body).ReadByte()
}

func scanned(url string) (number int, err error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, err = fmt.Fscan(resp.Body, &number)
	return number, err
}

func excerpt(url string) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		content, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<10))
		return fmt.Errorf("%s: %q", resp.Status, content)
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func relayed(url string, w http.ResponseWriter) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return resp.Write(w)
}

func builder(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var text strings.Builder
	if _, err := io.Copy(&text, bufio.NewReader(resp.Body)); err != nil {
		return "", err
	}
	return text.String(), nil
}
