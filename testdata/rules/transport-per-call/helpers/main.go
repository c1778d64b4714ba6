// Command helpers gives functions that send requests to functions of its own, which call them.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

func main() {
	forEach(os.Args, func(url string) {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*main.func1, which runs in a loop`
		read(client, url)
	})
	inParallel(100, func(int) {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*main.func2, which runs in a loop`
		read(client, "http://127.0.0.1/")
	})
	inParallel(2, func(int) {
		client := &http.Client{Transport: &http.Transport{}}
		read(client, "http://127.0.0.1/")
	})
	drain(os.Args, func(url string) {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		read(client, url)
	})
	passOn(os.Args, func(url string) {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		read(client, url)
	})
	inBackground(func() {
		client := &http.Client{Transport: &http.Transport{}}
		read(client, "http://127.0.0.1/")
	})
	descend(100, func() {
		client := &http.Client{Transport: &http.Transport{}}
		read(client, "http://127.0.0.1/")
	})
	do := wrapped(func() {
		client := &http.Client{Transport: &http.Transport{}}
		read(client, "http://127.0.0.1/")
	})
	do()
	for _, url := range os.Args {
		request, err := http.NewRequest(http.MethodGet, url, nil)
		if err != nil {
			log.Fatal(err)
		}
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		resp, err := (*http.Client).Do(client, request)
		if err != nil {
			log.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			log.Print(err)
		}
		resp.Body.Close()
	}
}

func forEach(urls []string, do func(string)) {
	for _, url := range urls {
		do(url)
	}
}

func inParallel(n int, do func(int)) {
	var group sync.WaitGroup
	for i := 0; i < n; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			do(i)
		}()
	}
	group.Wait()
}

func drain(urls []string, do func(string)) {
	queue := make(chan string)
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		for url := range queue {
			do(url)
		}
	}()
	for _, url := range urls {
		queue <- url
	}
	close(queue)
	group.Wait()
}

func passOn(urls []string, do func(string)) { forEach(urls, do) }

func inBackground(do func()) {
	done := make(chan struct{})
	go func() {
		do()
		close(done)
	}()
	<-done
}

func wrapped(do func()) func() {
	return func() {
		log.Print("begin")
		do()
	}
}

func read(client *http.Client, url string) {
	resp, err := client.Get(url)
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		log.Print(err)
	}
}

// descend calls what it is given in a function that calls itself.
func descend(depth int, do func()) {
	var down, up func(int)
	down = func(left int) {
		if left > 0 {
			do()
			up(left)
		}
	}
	up = func(left int) { down(left - 1) }
	down(depth)
}
