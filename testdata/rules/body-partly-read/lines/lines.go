package lines

import (
	"bufio"
	"io"
	"net/http"
	"strings"
)

func found(url, word string) (bool, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	for scanner.Scan() {
		if strings.Contains(scanner.Text(), word) {
			return true, nil
		}
	}
	return false, scanner.Err()
}

func first(url string) (string, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return bufio.NewReader(resp.Body).ReadString('\n')
}

func firstScanned(url string) (string, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	if scanner.Scan() {
		return scanner.Text(), nil
	}
	return "", scanner.Err()
}

func count(url string) (lines int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		lines++
	}
	return lines, scanner.Err()
}

func readStrings(url string) (lines []string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	reader := bufio.NewReader(resp.Body)
	for {
		line, err := reader.ReadString('\n')
		if err == io.EOF {
			return append(lines, line), nil
		}
		if err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
}

func foundThenDrained(url, word string) (found bool, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	for scanner.Scan() {
		if scanner.Text() == word {
			found = true
			break
		}
	}
	io.Copy(io.Discard, resp.Body)
	return found, scanner.Err()
}

func foundWithoutStop(url, word string) (found bool, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	scanner := bufio.NewScanner(resp.Body)
	for scanner.Scan() {
		if scanner.Text() != word {
			continue
		}
		found = true
	}
	return found, scanner.Err()
}
