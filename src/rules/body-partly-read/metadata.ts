import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'body-partly-read',
  name: 'BodyPartlyRead',
  summary:
    'A response body is closed after a read that may stop before EOF: its connection may be thrown away.',
  description:
    'One Decode of a JSON decoder, a limited reader, ReadFull or a scanner that stops early may leave bytes unread, or leave EOF itself unseen. Whether the connection can then be used again depends on sizes and packets: it usually can for small bodies with a Content-Length, and often cannot for chunked or larger ones.',
  help: 'Read what is left before closing: `io.Copy(io.Discard, resp.Body)` after the decoder, or read all of the body first and parse then (`io.ReadAll`, `json.Unmarshal`). A limit greater than the body costs nothing. A drain into `io.Discard` with a bound of its own is taken to be meant, unless that is less than 32 KiB: many answers are larger.',
  fix: '`--fix` reads what is left of the body where it is closed, as for `body-not-drained`.',
  examples: [
    {
      title: 'One JSON value is decoded',
      bad: `package example

import (
	"encoding/json"
	"net/http"
)

func load(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(into)
}
`,
      good: `package example

import (
	"encoding/json"
	"io"
	"net/http"
)

func load(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(into)
	_, _ = io.Copy(io.Discard, resp.Body)
	return err
}
`,
    },
  ],
  level: 'note',
  precision: 'medium',
  tags: ['net/http', 'performance'],
};
