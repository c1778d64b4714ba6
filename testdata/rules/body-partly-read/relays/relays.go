package relays

import (
	"errors"
	"io"
	"net/http"
)

func passed(w http.ResponseWriter, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return relay(w, resp.Body)
}

// Who cannot write what was read does not read on, as io.Copy does not.
func relay(w io.Writer, r io.Reader) error {
	buf := make([]byte, 32*1024)
	for {
		n, err := r.Read(buf)
		if n > 0 {
			if _, e := w.Write(buf[:n]); e != nil {
				return e
			}
		}
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func broken(w http.ResponseWriter, url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	buf := make([]byte, 1024)
	for {
		n, err := resp.Body.Read(buf)
		written, e := w.Write(buf[:n])
		if e != nil || written < n {
			break
		}
		if err != nil {
			break
		}
	}
}

func counted(w http.ResponseWriter, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buf := make([]byte, 1024)
	for {
		n, err := resp.Body.Read(buf)
		if written, _ := w.Write(buf[:n]); written != n {
			return io.ErrShortWrite
		}
		if err != nil {
			return err
		}
	}
}

// One part is written, and the rest is left.
func once(w http.ResponseWriter, url string) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buf := make([]byte, 1024)
	n, err := resp.Body.Read(buf)
	if err != nil {
		return err
	}
	_, err = w.Write(buf[:n])
	return err
}

// It stops for what was read, not for what could not be written.
func upToMarker(w http.ResponseWriter, url string) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buf := make([]byte, 1024)
	for {
		n, err := resp.Body.Read(buf)
		if n > 0 && buf[0] == 0 {
			return errors.New("a marker")
		}
		if _, e := w.Write(buf[:n]); e != nil {
			return e
		}
		if err != nil {
			return err
		}
	}
}

// Written before the body is looked at: that says nothing of it.
func headed(w http.ResponseWriter, url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := w.Write([]byte("{")); err != nil {
		return err
	}
	_, err = io.Copy(w, resp.Body)
	return err
}
