// Command tuned gives a proxy its transport in another function than the one that makes it.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

type gateway struct{ proxy *httputil.ReverseProxy }

func (g *gateway) tune() {
	g.proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 100}
}

func main() {
	target, err := url.Parse("http://127.0.0.1:1")
	if err != nil {
		panic(err)
	}
	g := &gateway{proxy: httputil.NewSingleHostReverseProxy(target)}
	g.tune()
	http.ListenAndServe("127.0.0.1:0", g.proxy)
}
