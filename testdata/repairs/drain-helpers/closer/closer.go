package closer

import (
	"io"
	"log"
	"net/http"
)

// Close closes, and does nothing else.
func Close(closer io.Closer) {
	if err := closer.Close(); err != nil {
		log.Print(err)
	}
}

// Response closes a response that may not be there.
func Response(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	_ = resp.Body.Close()
}

// Check returns an error for statuses that are none of success, and closes the body only then.
func Check(resp *http.Response) bool {
	if resp.StatusCode >= 300 {
		_ = resp.Body.Close()
		return false
	}
	return true
}

// Call calls what it is given.
func Call(closing func() error) {
	if err := closing(); err != nil {
		log.Print(err)
	}
}
