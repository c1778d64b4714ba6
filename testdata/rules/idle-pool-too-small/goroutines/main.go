package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	plain     = &http.Client{Transport: &http.Transport{}}
	onlyTotal = &http.Client{Transport: &http.Transport{MaxIdleConns: 50}}
	onlyLimit = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 50}}
)

func main() {
	url := os.Args[1]
	var group sync.WaitGroup
	for i := 0; i < 50; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := http.Get(url) // want `idle-pool-too-small: `
			if err != nil {
				log.Print(err)
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}()
	}
	group.Wait()
	for i := 0; i < 50; i++ {
		go ask(url)
		go askTotal(url)
		go askLimit(url)
	}
	const parts = 8
	for part := int64(0); part < parts; part++ {
		go func() {
			resp, err := http.Get(url) // want `idle-pool-too-small: 8 goroutines .* up to 6 connections`
			if err != nil {
				return
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}()
	}
}

func ask(url string) {
	for i := 0; i < 20; i++ {
		resp, err := plain.Get(url) // want `idle-pool-too-small: `
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func askTotal(url string) {
	for i := 0; i < 20; i++ {
		resp, err := onlyTotal.Get(url) // want `idle-pool-too-small: `
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func askLimit(url string) {
	for i := 0; i < 20; i++ {
		resp, err := onlyLimit.Get(url) // want `idle-pool-too-small: `
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
