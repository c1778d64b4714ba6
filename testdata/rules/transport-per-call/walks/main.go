// Command walks gives functions that send requests to what calls them for each of many elements.
package main

import (
	"io"
	"io/fs"
	"log"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"sync"
)

func main() {
	upload(".")
	check(os.DirFS("."))
	var known sync.Map
	forget(&known)
	order(os.Args)
	prune(os.Args, map[string]int{})
	var once sync.Once
	once.Do(func() {
		client := &http.Client{Transport: &http.Transport{}}
		log.Print(read(client, "http://127.0.0.1/"))
	})
}

func upload(root string) {
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*upload.func1, which runs in a loop`
		return read(client, "http://127.0.0.1/"+path)
	})
	log.Print(err)
	shared := &http.Client{Transport: &http.Transport{}}
	err = filepath.Walk(root, func(path string, _ fs.FileInfo, err error) error {
		return read(shared, "http://127.0.0.1/"+path)
	})
	log.Print(err)
}

func check(files fs.FS) {
	log.Print(fs.WalkDir(files, ".", visit))
}

func visit(path string, _ fs.DirEntry, err error) error {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*visit, which runs in a loop`
	return read(client, "http://127.0.0.1/"+path)
}

func forget(known *sync.Map) {
	known.Range(func(key, _ any) bool {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		url, ok := key.(string)
		return ok && read(client, url) == nil
	})
}

func order(urls []string) {
	sort.Slice(urls, func(i, j int) bool {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		return read(client, urls[i]) == nil
	})
}

func prune(urls []string, ages map[string]int) {
	urls = slices.DeleteFunc(urls, func(url string) bool {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		return read(client, url) != nil
	})
	maps.DeleteFunc(ages, func(url string, _ int) bool {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop`
		return read(client, url) != nil
	})
	log.Print(urls, ages)
}

func read(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
