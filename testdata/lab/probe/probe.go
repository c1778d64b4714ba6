// Package probe runs client programs against a server of its own and tells what became of the connections.
package probe

import (
	"encoding/json"
	"encoding/pem"
	"flag"
	"log"
	"net/http"
	"os"
	"runtime"
	"strings"
	"time"
)

// Facts are what a program did, as its server and its own goroutines tell.
type Facts struct {
	// The version of Go that built the program.
	Go string `json:"go"`
	// False when the program waits for a connection that never comes.
	Finished bool `json:"finished"`
	// Requests that the server got, and those of them that came over HTTP/2.
	Requests int `json:"requests"`
	HTTP2    int `json:"http2"`
	// Connections opened, and the most of them that were open at one time.
	Connections int `json:"connections"`
	MostOpen    int `json:"mostOpen"`
	// Connections open when the program had finished.
	Kept int `json:"kept"`
	// Connections open, and the client's goroutines for them, once the idle ones of the default transport were closed.
	Left       int `json:"left"`
	Goroutines int `json:"goroutines"`
}

const (
	interval = 10 * time.Millisecond
	// A state that looks the same so often is final: whatever was about to run in this process has run by then.
	settledLooks = 10
	// A program that waits for a connection through so many looks, with nothing going on, waits for ever.
	stuckLooks = 100
	mostLooks  = 1000
)

// Run runs the program that the command line names and prints its facts as one line of JSON. The command line is
//
//	[-tls] PROGRAM ANSWER [ARGUMENT...]
//
// where ANSWER tells the server how to answer. The program is given the server's URL, with -tls the file of the
// server's certificate, and the arguments.
func Run(programs map[string]func()) {
	tls := flag.Bool("tls", false, "serve HTTP/2 over TLS")
	flag.Parse()
	program := programs[flag.Arg(0)]
	if program == nil {
		log.Fatalf("there is no program %q", flag.Arg(0))
	}
	server := start(*tls)
	arguments := []string{flag.Arg(0), server.URL + "/" + flag.Arg(1)}
	if *tls {
		arguments = append(arguments, certificateFile(server))
	}
	os.Args = append(arguments, flag.Args()[2:]...)
	facts := observe(program, server)
	if *tls {
		os.Remove(os.Args[2])
	}
	if err := json.NewEncoder(os.Stdout).Encode(facts); err != nil {
		log.Fatal(err)
	}
	os.Exit(0)
}

func observe(program func(), server *server) Facts {
	done := make(chan struct{})
	go func() {
		defer close(done)
		program()
	}()
	finished := wait(done, server)
	settle(server)
	kept := server.facts().Left
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	settle(server)
	facts := server.facts()
	facts.Go = runtime.Version()
	facts.Finished = finished
	facts.Kept = kept
	facts.Goroutines = clientGoroutines()
	return facts
}

// wait waits until the program has finished, and gives false when it never will.
func wait(done <-chan struct{}, server *server) bool {
	last := server.facts()
	for looks := 0; looks < stuckLooks; looks++ {
		select {
		case <-done:
			return true
		case <-time.After(interval):
		}
		if now := server.facts(); now != last || goroutinesIn("net/http.(*Transport).getConn(") == 0 {
			last, looks = now, 0
		}
	}
	return false
}

// settle waits until connections that are about to be closed are closed.
func settle(server *server) {
	open, goroutines := -1, -1
	for looks, equal := 0, 0; looks < mostLooks && equal < settledLooks; looks++ {
		time.Sleep(interval)
		if now, serving := server.facts().Left, clientGoroutines(); now != open || serving != goroutines {
			open, goroutines, equal = now, serving, 0
		} else {
			equal++
		}
	}
}

// clientGoroutines counts the goroutines that serve connections of HTTP/1 clients: two for each.
func clientGoroutines() int {
	return goroutinesIn("net/http.(*persistConn).readLoop(") + goroutinesIn("net/http.(*persistConn).writeLoop(")
}

// goroutinesIn counts the goroutines with a call of a function on their stack.
func goroutinesIn(function string) int {
	stacks := make([]byte, 1<<16)
	size := runtime.Stack(stacks, true)
	for size == len(stacks) {
		stacks = make([]byte, 2*len(stacks))
		size = runtime.Stack(stacks, true)
	}
	return strings.Count(string(stacks[:size]), "\n"+function)
}

// certificateFile writes the certificate of a server to a file, as clients read the authorities they trust.
func certificateFile(server *server) string {
	file, err := os.CreateTemp("", "*.pem")
	if err != nil {
		log.Fatal(err)
	}
	if err := pem.Encode(file, &pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
	return file.Name()
}
