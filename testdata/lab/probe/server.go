package probe

import (
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A server counts the requests and connections that it gets.
type server struct {
	*httptest.Server
	mutex    sync.Mutex
	counted  Facts
	together gathering
}

// start starts a server on a free port of the loopback interface; with tls one that offers HTTP/2.
func start(tls bool) *server {
	result := &server{}
	result.Server = httptest.NewUnstartedServer(http.HandlerFunc(result.answer))
	result.Config.ErrorLog = log.New(io.Discard, "", 0)
	result.Config.ConnState = result.count
	if tls {
		result.EnableHTTP2 = true
		result.StartTLS()
	} else {
		result.Start()
	}
	return result
}

func (s *server) count(_ net.Conn, state http.ConnState) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	switch state {
	case http.StateNew:
		s.counted.Connections++
		s.counted.Left++
		if s.counted.Left > s.counted.MostOpen {
			s.counted.MostOpen = s.counted.Left
		}
	case http.StateClosed:
		s.counted.Left--
	}
}

func (s *server) facts() Facts {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.counted
}

// answer answers as the first segment of the path says: status=N, size=N bytes of JSON and then padding=N spaces, of
// which the last byte comes after pause=N milliseconds, and gather=N requests that are answered together. Bodies of
// more than two kilobytes and those with a pause come in chunks, without a Content-Length.
func (s *server) answer(w http.ResponseWriter, r *http.Request) {
	segment, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	wish, err := url.ParseQuery(segment)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.countRequest(r)
	io.Copy(io.Discard, r.Body)
	if size := number(wish, "gather", 0); size > 0 {
		s.together.wait(size)
	}
	w.WriteHeader(number(wish, "status", http.StatusOK))
	body := document(number(wish, "size", 20), number(wish, "padding", 0))
	if pause := number(wish, "pause", 0); pause > 0 {
		last := len(body) - 1
		w.Write(body[:last])
		w.(http.Flusher).Flush()
		time.Sleep(time.Duration(pause) * time.Millisecond)
		body = body[last:]
	}
	w.Write(body)
}

func (s *server) countRequest(r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.counted.Requests++
	if r.ProtoMajor == 2 {
		s.counted.HTTP2++
	}
}

// document gives a JSON string of a size in bytes, with spaces behind it.
func document(size, padding int) []byte {
	return []byte(`"` + strings.Repeat("a", size-2) + `"` + strings.Repeat(" ", padding))
}

func number(wish url.Values, name string, usual int) int {
	if value, err := strconv.Atoi(wish.Get(name)); err == nil {
		return value
	}
	return usual
}

// A gathering lets requests go on together, so that as many are under way at once.
type gathering struct {
	mutex   sync.Mutex
	waiting []chan struct{}
}

// wait waits until as many wait as are to go on together.
func (g *gathering) wait(size int) {
	gone := make(chan struct{})
	g.mutex.Lock()
	g.waiting = append(g.waiting, gone)
	if len(g.waiting) == size {
		for _, each := range g.waiting {
			close(each)
		}
		g.waiting = nil
	}
	g.mutex.Unlock()
	<-gone
}
