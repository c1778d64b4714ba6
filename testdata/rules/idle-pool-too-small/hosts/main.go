// Command hosts builds its URLs in many ways.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
)

type service struct {
	base    *url.URL
	address string
	port    int
}

func main() {
	base, err := url.Parse(os.Getenv("SERVICE"))
	if err != nil {
		log.Fatal(err)
	}
	s := &service{base: base, address: os.Getenv("ADDRESS"), port: 8080}
	s.one(os.Args[1:])
	s.many(os.Args[1:])
}

// one asks the same host whatever the iteration.
func (s *service) one(ids []string) {
	for i := 0; i < 20; i++ {
		go s.byFormat(i)
		go s.byReference(strconv.Itoa(i))
		go s.byLiteral(i)
		go s.bySum(i)
		go s.byRequest(context.Background(), i)
	}
	for _, address := range []string{"http://10.0.0.1/a", "http://10.0.0.1/b", "http://10.0.0.1/c"} {
		go func() {
			resp, err := http.Get(address) // want `idle-pool-too-small: 3 goroutines .* up to 1 connection is closed`
			drain(resp, err)
		}()
	}
}

func (s *service) byFormat(i int) {
	resp, err := http.Get(fmt.Sprintf("http://%s:%d/items/%d", s.address, s.port, i)) // want `idle-pool-too-small: 20 goroutines`
	drain(resp, err)
}

func (s *service) byReference(id string) {
	u := s.base.ResolveReference(&url.URL{Path: "items/" + id})
	resp, err := http.Get(u.String()) // want `idle-pool-too-small: 20 goroutines`
	drain(resp, err)
}

func (s *service) byLiteral(i int) {
	u := url.URL{Scheme: "http", Host: net.JoinHostPort(s.address, "80"), Path: strconv.Itoa(i)}
	resp, err := http.Get(u.String()) // want `idle-pool-too-small: 20 goroutines`
	drain(resp, err)
}

func (s *service) bySum(i int) {
	target := "http://" + s.address + ":" + strconv.Itoa(s.port) + "/items/" + strconv.Itoa(i)
	if i%2 == 0 {
		target += "?even"
	}
	resp, err := http.Get(target) // want `idle-pool-too-small: 20 goroutines`
	drain(resp, err)
}

func (s *service) byRequest(ctx context.Context, i int) {
	req, err := s.request(ctx, "items/"+strconv.Itoa(i))
	if err != nil {
		log.Print(err)
		return
	}
	resp, err := http.DefaultClient.Do(req) // want `idle-pool-too-small: 20 goroutines`
	drain(resp, err)
}

func (s *service) request(ctx context.Context, path string) (*http.Request, error) {
	u := *s.base
	u.Path = path
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	return req, nil
}

// many asks another host, or another port, each time.
func (s *service) many(hosts []string) {
	for _, host := range hosts {
		go get("http://" + host + "/status")
		go get(fmt.Sprintf("%s/status", host))
		u := url.URL{Scheme: "http", Host: host, Path: "/status"}
		go get(u.String())
		reference, err := url.Parse(host)
		if err != nil {
			continue
		}
		go get(s.base.ResolveReference(reference).String())
		go moved(s.base, host)
	}
	for i := 0; i < 50; i++ {
		go get(fmt.Sprintf("http://127.0.0.1:%d/status", 9000+i))
		go get("http://node" + strconv.Itoa(i))
		go get("http://127.0.0.1" + ":" + strconv.Itoa(9000+i) + "/status")
	}
	for _, address := range []string{"http://10.0.0.1/", "http://10.0.0.2/", "http://10.0.0.3/"} {
		go get(address)
	}
}

func moved(base *url.URL, host string) {
	u := *base
	u.Host = host
	get(u.String())
}

func get(address string) {
	resp, err := http.Get(address)
	drain(resp, err)
}

func drain(resp *http.Response, err error) {
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
