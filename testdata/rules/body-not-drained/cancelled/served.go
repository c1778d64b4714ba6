package cancelled

import (
	"context"
	"io"
	"net/http"
)

// The context of a request that is served ends when the handler returns (net/http, Request.Context).
func relay(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), r.Method, r.FormValue("from"), r.Body)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req) // want `body-not-drained: `
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func proxied(w http.ResponseWriter, r *http.Request) {
	out := r.Clone(r.Context())
	out.RequestURI = ""
	resp, err := http.DefaultTransport.RoundTrip(out) // want `body-not-drained: `
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if resp.StatusCode != http.StatusOK {
		http.Error(w, resp.Status, resp.StatusCode)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

func fetch(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func throughHelper(w http.ResponseWriter, r *http.Request) {
	resp, err := fetch(r.Context(), r.FormValue("from")) // want `body-not-drained: `
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		resp, err := fetch(r.Context(), r.FormValue("from")) // want `body-not-drained: `
		if err != nil {
			return
		}
		w.WriteHeader(resp.StatusCode)
	})
}

// A context of its own outlives the handler.
func detached(w http.ResponseWriter, r *http.Request) {
	resp, err := fetch(context.WithoutCancel(r.Context()), r.FormValue("from")) // want `body-not-closed: `
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func background(w http.ResponseWriter, r *http.Request) {
	resp, err := fetch(context.Background(), r.FormValue("from")) // want `body-not-closed: `
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}
