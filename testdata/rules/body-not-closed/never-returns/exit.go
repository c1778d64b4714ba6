package exit

import (
	"io"
	"log"
	"net/http"
	"os"
	"runtime"
)

func fatal(url string) []byte {
	resp, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		panic(err)
	}
	return content
}

func exit(url string) {
	resp, err := http.Get(url)
	if err != nil {
		os.Exit(1)
	}
	if resp.StatusCode >= 400 {
		os.Exit(2)
	}
	io.Copy(os.Stdout, resp.Body)
	resp.Body.Close()
}

func stop(logger *log.Logger, url string) {
	resp, err := http.Get(url)
	if err != nil {
		runtime.Goexit()
	}
	if resp.StatusCode >= 400 {
		logger.Panicln(resp.Status)
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func goesOn(url string) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		log.Printf("status %d", resp.StatusCode)
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func usage(status string) {
	log.Print(status)
	os.Exit(2)
}

func ownExit(url string) {
	resp, err := http.Get(url)
	if err != nil {
		usage(err.Error())
	}
	if resp.StatusCode != http.StatusOK {
		usage(resp.Status)
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
