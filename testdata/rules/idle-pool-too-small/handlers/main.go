// Command handlers asks another server while it serves.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"
)

const upstream = "http://127.0.0.1:9000"

var (
	client = &http.Client{Timeout: 5 * time.Second}
	sized  = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 128}}
)

func main() {
	http.HandleFunc("/", front)
	http.HandleFunc("/sized", enough)
	http.HandleFunc("/secure", secure)
	http.HandleFunc("/fetch", fetch)
	http.HandleFunc("/cached", newCache().serve)
	http.HandleFunc("/slow", newThrottle().serve)
	server := &api{backend: "http://127.0.0.1:9001"}
	http.HandleFunc("/api", server.serve)
	http.Handle("/literal", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Post(upstream+"/events", "application/json", r.Body) // want `idle-pool-too-small: All requests that main.func1 serves at once` `connections-unbounded: `
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		pass(w, resp)
	}))
	http.HandleFunc("/notify", notify)
	base, err := url.Parse(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/store", newStore(base, nil).serve)
	http.HandleFunc("/reload", reload)
	log.Fatal(http.ListenAndServe("127.0.0.1:0", nil))
}

func front(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get(upstream + r.URL.Path) // want `idle-pool-too-small: All requests that front serves at once share http.DefaultTransport` `connections-unbounded: `
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	pass(w, resp)
}

// notify does not wait for what it starts.
func notify(w http.ResponseWriter, r *http.Request) {
	go send(r.FormValue("text"))
	w.WriteHeader(http.StatusAccepted)
}

func send(text string) {
	resp, err := http.Get(upstream + "/notify?" + text) // want `idle-pool-too-small: All requests that notify serves at once` `connections-unbounded: `
	if err != nil {
		log.Print(err)
		return
	}
	pass(io.Discard, resp)
}

// reload comes to its request through so many functions that hardly each call of it does.
func reload(w http.ResponseWriter, r *http.Request) {
	if err := configure(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func configure() error { return read("cloud") }

func read(source string) error {
	if source != "cloud" {
		return nil
	}
	return metadata()
}

func metadata() error {
	resp, err := http.Get("http://169.254.169.254/latest/user-data")
	if err != nil {
		return err
	}
	pass(io.Discard, resp)
	return nil
}

// api hands the request on to a method of its own.
type api struct{ backend string }

func (a *api) serve(w http.ResponseWriter, r *http.Request) {
	a.load(w, r.FormValue("id"))
}

func (a *api) load(w io.Writer, id string) {
	resp, err := http.Get(fmt.Sprintf("%s/v1/items/%s", a.backend, id)) // want `idle-pool-too-small: All requests that api.serve serves at once` `connections-unbounded: `
	if err != nil {
		log.Print(err)
		return
	}
	pass(w, resp)
}

// store is made with the client that it is given, or one of its own.
type store struct {
	base   *url.URL
	client *http.Client
}

func newStore(base *url.URL, client *http.Client) *store {
	if client == nil {
		client = &http.Client{Transport: traced(http.DefaultTransport)}
	}
	return &store{base: base, client: client}
}

// It is not known whether the server speaks HTTP/2.
func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Get(s.base.JoinPath("items", r.FormValue("id")).String()) // want `idle-pool-too-small: All requests that store.serve serves at once share http.DefaultTransport, .*, unless the server speaks HTTP/2`
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	pass(w, resp)
}

type tracer struct{ next http.RoundTripper }

func traced(next http.RoundTripper) http.RoundTripper { return &tracer{next: next} }

func (t *tracer) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Header.Get("X-Trace") == "" {
		return t.next.RoundTrip(r)
	}
	log.Print(r.URL)
	return t.next.RoundTrip(r)
}

// A pool that somebody has sized.
func enough(w http.ResponseWriter, r *http.Request) {
	resp, err := sized.Get(upstream + "/status")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	pass(w, resp)
}

// With TLS the server may speak HTTP/2.
func secure(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://api.example.com/status")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	pass(w, resp)
}

// Each request says which host is asked.
func fetch(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get("http://" + r.FormValue("host") + "/status")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	pass(w, resp)
}

// cache asks once at a time.
type cache struct {
	mutex sync.Mutex
	text  []byte
}

func newCache() *cache { return &cache{} }

func (c *cache) serve(w http.ResponseWriter, r *http.Request) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.text == nil {
		resp, err := client.Get(upstream)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		c.text, _ = io.ReadAll(resp.Body)
	}
	w.Write(c.text)
}

// throttle lets two requests through.
type throttle struct{ slots chan struct{} }

func newThrottle() *throttle { return &throttle{slots: make(chan struct{}, 2)} }

func (t *throttle) serve(w http.ResponseWriter, r *http.Request) {
	t.slots <- struct{}{}
	defer func() { <-t.slots }()
	resp, err := client.Get(upstream)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	pass(w, resp)
}

func pass(w io.Writer, resp *http.Response) {
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}
