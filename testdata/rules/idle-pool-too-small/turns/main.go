// Command turns has its requests take their turns.
package main

import (
	"io"
	"net/http"
	"sync"
	"time"
)

// limiter lets somebody through at a steady pace.
type limiter struct{ last time.Time }

func (l *limiter) Take() time.Time {
	time.Sleep(time.Until(l.last.Add(time.Millisecond)))
	l.last = time.Now()
	return l.last
}

type session struct {
	client  *http.Client
	limiter *limiter
}

func (s *session) get() {
	s.limiter.Take()
	resp, err := s.client.Get("http://127.0.0.1:1/")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}

func main() {
	s := &session{client: &http.Client{}, limiter: &limiter{}}
	var group sync.WaitGroup
	for i := 0; i < 20; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			s.get()
		}()
	}
	group.Wait()
}
