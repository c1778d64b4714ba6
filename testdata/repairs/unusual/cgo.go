package unusual

// #include <stdlib.h>
import "C"

import "net/http"

func withC(url string) C.int {
	resp, err := http.Get(url)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return C.int(resp.StatusCode)
}
