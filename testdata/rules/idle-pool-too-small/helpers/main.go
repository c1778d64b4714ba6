// Command helpers sends requests in goroutines that functions of its own start.
package main

import (
	"io"
	"log"
	"net/http"
	"strconv"
	"sync"
)

const address = "http://127.0.0.1:8080/"

var (
	perElement = &http.Client{Transport: &http.Transport{}}
	workers    = &http.Client{Transport: &http.Transport{}}
	passed     = &http.Client{Transport: &http.Transport{}}
	tuned      = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 50}}
	limited    = &http.Client{Transport: &http.Transport{}}
	single     = &http.Client{Transport: &http.Transport{}}
	hosts      = &http.Client{Transport: &http.Transport{}}
	awaited    = &http.Client{Transport: &http.Transport{}}
)

func main() {
	inParallel(50, func(i int) {
		discard(perElement.Get(address + strconv.Itoa(i))) // want `idle-pool-too-small: 50 goroutines`
		discard(tuned.Get(address + strconv.Itoa(i)))
	})
	toWorkers(24, 1000, func(i int) {
		discard(workers.Get(address + strconv.Itoa(i))) // want `idle-pool-too-small: 24 goroutines`
	})
	passOn(func(int) {
		discard(passed.Get(address)) // want `idle-pool-too-small: 40 goroutines`
	})
	inTurn(1000, func(int) { discard(limited.Get(address)) })
	for i := 0; i < 100; i++ {
		forEach(10, func(int) { discard(single.Get(address)) })
	}
	inParallel(50, func(i int) { discard(hosts.Get("http://host" + strconv.Itoa(i) + "/")) })
	for i := 0; i < 100; i++ {
		await(func() { discard(awaited.Get(address)) })
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

func toWorkers(workers, n int, do func(int)) {
	queue := make(chan int)
	for i := 0; i < workers; i++ {
		go func() {
			for each := range queue {
				do(each)
			}
		}()
	}
	for i := 0; i < n; i++ {
		queue <- i
	}
	close(queue)
}

func passOn(do func(int)) { inParallel(40, do) }

func inTurn(n int, do func(int)) {
	turns := make(chan struct{}, 2)
	for i := 0; i < n; i++ {
		turns <- struct{}{}
		go func() {
			defer func() { <-turns }()
			do(i)
		}()
	}
}

func forEach(n int, do func(int)) {
	for i := 0; i < n; i++ {
		do(i)
	}
}

func await(do func()) {
	done := make(chan struct{})
	go func() {
		do()
		close(done)
	}()
	<-done
}

func discard(resp *http.Response, err error) {
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		log.Print(err)
	}
}
