package told

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

type Reply struct {
	Output io.ReadCloser
	Fault  *Fault
}

type Fault struct {
	Text string
}

func (f *Fault) Error() string { return f.Text }

func (r *Reply) Close() error {
	if r.Output == nil {
		return nil
	}
	_, _ = io.Copy(io.Discard, r.Output)
	return r.Output.Close()
}

// call makes the struct with new: its fields are zero until they are set.
func call(client *http.Client, req *http.Request) (*Reply, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	reply := new(Reply)
	reply.Output = resp.Body
	if resp.StatusCode >= http.StatusBadRequest {
		fault := new(Fault)
		if err := json.NewDecoder(resp.Body).Decode(fault); err != nil {
			fault.Text = fmt.Sprint(err)
		}
		reply.Fault = fault
		reply.Output = nil
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}
	return reply, nil
}

func called(client *http.Client, req *http.Request) ([]byte, error) {
	reply, err := call(client, req)
	if err != nil {
		return nil, err
	}
	if reply.Fault != nil {
		return nil, reply.Fault
	}
	defer reply.Close()
	return io.ReadAll(reply.Output)
}

func calledOnFault(client *http.Client, req *http.Request) ([]byte, error) {
	reply, err := call(client, req) // want "body-not-closed: reply from call"
	if err != nil {
		return nil, err
	}
	if reply.Fault == nil {
		return nil, nil
	}
	defer reply.Close()
	return io.ReadAll(reply.Output)
}

// What a goroutine does with the struct afterwards says nothing of its fields before.
func streamed(client *http.Client, req *http.Request) (<-chan []byte, error) {
	reply, err := call(client, req)
	if err != nil {
		return nil, err
	}
	if reply.Fault != nil {
		return nil, reply.Fault
	}
	results := make(chan []byte)
	go func() {
		defer close(results)
		defer reply.Close()
		content, _ := io.ReadAll(reply.Output)
		results <- content
	}()
	return results, nil
}

// reset may have set the fault before it is asked for.
func resetFirst(client *http.Client, req *http.Request) ([]byte, error) {
	reply, err := call(client, req) // want "body-not-closed: reply from call"
	if err != nil {
		return nil, err
	}
	reset := func() { reply.Fault = &Fault{Text: "reset"} }
	reset()
	if reply.Fault != nil {
		return nil, reply.Fault
	}
	defer reply.Close()
	return io.ReadAll(reply.Output)
}

func resetLater(client *http.Client, req *http.Request) ([]byte, error) {
	var reply *Reply
	reset := func() { reply.Fault = &Fault{Text: "reset"} }
	reply, err := call(client, req) // want "body-not-closed: reply from call"
	if err != nil {
		return nil, err
	}
	reset()
	if reply.Fault != nil {
		return nil, reply.Fault
	}
	defer reply.Close()
	return io.ReadAll(reply.Output)
}
