// Command dispatchers starts goroutines as work comes in.
package main

import (
	"bufio"
	"context"
	"flag"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"
	"sync"
	"time"
)

const target = "http://127.0.0.1:1/"

var workers = flag.Int("workers", 2, "number of workers")

type pool struct {
	size int
	jobs chan string
	quit chan struct{}
}

func newPool() *pool {
	return &pool{size: 24, jobs: make(chan string), quit: make(chan struct{})}
}

func main() {
	flag.Parse()
	ctx := context.Background()
	p := newPool()
	go p.start()
	go p.dispatch(ctx)
	lines()
	accept()
	batches(os.Args[1:])
	few()
	perCore()
	paced(os.Args[1:])
	signalled(p.quit)
	refresh(p.jobs, p.quit)
	named(os.Args[1:])
	oneAfterTheOther()
	for _, id := range os.Args[1:] {
		timed(id)
		together(id)
		apart(id)
	}
}

// timed waits for the goroutine that it starts, as long as it has patience.
func timed(id string) {
	done := make(chan struct{}, 1)
	go func() {
		get(id)
		done <- struct{}{}
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}

func together(id string) {
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		get(id)
	}()
	group.Wait()
}

// apart leaves it to itself, and its caller goes on.
func apart(id string) {
	go func() {
		resp, err := http.Get(target + id) // want `idle-pool-too-small: The goroutines started at line \d+ share` `connections-unbounded: `
		drain(resp, err)
	}()
}

// start runs as many workers as the constructor says.
func (p *pool) start() {
	for i := 0; i < p.size; i++ {
		go p.work()
	}
}

func (p *pool) work() {
	for path := range p.jobs {
		resp, err := http.Get(target + path) // want `idle-pool-too-small: 24 goroutines .* up to 22 connections`
		drain(resp, err)
	}
}

func (p *pool) dispatch(ctx context.Context) {
	for {
		select {
		case path := <-p.jobs:
			go func() {
				resp, err := http.Get(target + path) // want `idle-pool-too-small: An unlimited number of goroutines` `connections-unbounded: An unlimited number`
				drain(resp, err)
			}()
		case <-ctx.Done():
			return
		}
	}
}

func lines() {
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		go func(text string) {
			resp, err := http.Get(target + text) // want `idle-pool-too-small: An unlimited number of goroutines` `connections-unbounded: An unlimited number`
			drain(resp, err)
		}(scanner.Text())
	}
}

func accept() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go serve(conn)
	}
}

func serve(conn net.Conn) {
	defer conn.Close()
	resp, err := http.Get(target) // want `idle-pool-too-small: An unlimited number of goroutines` `connections-unbounded: An unlimited number`
	drain(resp, err)
}

// batches waits for the goroutines of each batch.
func batches(ids []string) {
	for len(ids) > 0 {
		var group sync.WaitGroup
		for i := 0; i < 5; i++ {
			group.Add(1)
			go func() {
				defer group.Done()
				resp, err := http.Get(target) // want `idle-pool-too-small: 5 goroutines .* up to 3 connections`
				drain(resp, err)
			}()
		}
		group.Wait()
		ids = ids[min(5, len(ids)):]
	}
}

// few starts as many as the flag says: two, unless somebody wants more.
func few() {
	for i := 0; i < *workers; i++ {
		go func() {
			resp, err := http.Get(target)
			drain(resp, err)
		}()
	}
}

// perCore starts as many as the machine has cores.
func perCore() {
	for i := 0; i < runtime.NumCPU(); i++ {
		go func() {
			resp, err := http.Get(target) // want `idle-pool-too-small: The goroutines started at line \d+ share`
			drain(resp, err)
		}()
	}
}

// paced lets time pass between the requests.
func paced(ids []string) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for _, id := range ids {
		<-ticker.C
		go get(id)
	}
	for range ticker.C {
		go get("")
	}
	for _, id := range ids {
		go get(id)
		time.Sleep(time.Second)
	}
}

// refresh asks now and then, and drops what nobody takes.
func refresh(events chan string, quit chan struct{}) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	latest := make(chan string, 1)
	for {
		select {
		case <-ticker.C:
			go get("latest")
		case event := <-events:
			select {
			case <-latest:
			default:
			}
			latest <- event
		case <-quit:
			return
		}
	}
}

// named gives the semaphore to a function of its own.
func named(ids []string) {
	slots := make(chan struct{}, 2)
	for _, id := range ids {
		slots <- struct{}{}
		go release(id, slots)
	}
}

func release(id string, slots <-chan struct{}) {
	defer func() { <-slots }()
	get(id)
}

// signalled starts one goroutine for each signal that the one before is over.
func signalled(quit chan struct{}) {
	done := make(chan struct{}, 1)
	done <- struct{}{}
	for {
		select {
		case <-done:
			go func() {
				get("")
				done <- struct{}{}
			}()
		case <-quit:
			return
		}
	}
}

// Each goroutine asks two times, and only two run at once: tokens.
func oneAfterTheOther() {
	tokens := make(chan int, 2)
	tokens <- 1
	tokens <- 2
	for i := 0; i < 100; i++ {
		go func() {
			token := <-tokens
			get("first")
			get("second")
			tokens <- token
		}()
	}
}

func get(path string) {
	resp, err := http.Get(target + path)
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
