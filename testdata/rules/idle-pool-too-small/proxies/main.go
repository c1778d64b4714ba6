// Command proxies sends what it serves on to other servers.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"time"
)

func parsed(text string) *url.URL {
	target, err := url.Parse(text)
	if err != nil {
		panic(err)
	}
	return target
}

func overDefault() http.Handler {
	target, err := url.Parse("http://127.0.0.1:1")
	if err != nil {
		panic(err)
	}
	return httputil.NewSingleHostReverseProxy(target) // want `idle-pool-too-small: All requests that this reverse proxy serves at once share http.DefaultTransport` `connections-unbounded: `
}

func configured(address string) http.Handler {
	// The server may speak HTTP/2: that is not known here.
	return httputil.NewSingleHostReverseProxy(parsed(address)) // want `idle-pool-too-small: .*, unless the server speaks HTTP/2`
}

func overUnsized() http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: "127.0.0.1:1"}) // want `idle-pool-too-small: .* share its transport` `connections-unbounded: `
	proxy.Transport = &http.Transport{MaxIdleConns: 500, ResponseHeaderTimeout: time.Second}
	direct := proxy.Director
	proxy.Director = func(req *http.Request) {
		direct(req)
		req.Header.Set("X-Proxy", "1")
	}
	return proxy
}

func overSized() http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(parsed("http://127.0.0.1:1"))
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 100
	proxy.Transport = transport
	return proxy
}

func overTLS() http.Handler {
	target, err := url.Parse("https://localhost:1")
	if err != nil {
		panic(err)
	}
	return httputil.NewSingleHostReverseProxy(target)
}

func written() http.Handler {
	return &httputil.ReverseProxy{ // want `idle-pool-too-small: ` `connections-unbounded: `
		Director: func(req *http.Request) {
			req.URL.Scheme = "http"
			req.URL.Host = "127.0.0.1:1"
		},
	}
}

func rewritten() http.Handler {
	target, err := url.Parse("http://127.0.0.1:1")
	if err != nil {
		panic(err)
	}
	return &httputil.ReverseProxy{ // want `idle-pool-too-small: ` `connections-unbounded: `
		Rewrite: func(req *httputil.ProxyRequest) { req.SetURL(target) },
	}
}

// byRequest sends requests wherever they ask for.
func byRequest() http.Handler {
	return &httputil.ReverseProxy{
		Director: func(req *http.Request) {
			req.URL.Scheme = "http"
			req.URL.Host = strings.TrimPrefix(req.Host, "proxy.")
		},
	}
}

// anew makes a proxy for each request.
func anew(w http.ResponseWriter, req *http.Request) {
	target, err := url.Parse(req.Header.Get("X-Target"))
	if err != nil {
		return
	}
	httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, req)
}

func main() {
	http.Handle("/default/", overDefault())
	http.Handle("/configured/", configured(os.Args[1]))
	http.Handle("/unsized/", overUnsized())
	http.Handle("/sized/", overSized())
	http.Handle("/tls/", overTLS())
	http.Handle("/written/", written())
	http.Handle("/rewritten/", rewritten())
	http.Handle("/request/", byRequest())
	http.HandleFunc("/anew/", anew)
	http.ListenAndServe("127.0.0.1:0", nil)
}
