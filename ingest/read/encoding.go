package read

import (
	"bytes"
	"regexp"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/stancegraph/stancegraph/schema"
)

// CheckEncoding reports a name that is no encoding.
func CheckEncoding(name string) error {
	if name == "" {
		return nil
	}
	if _, err := htmlindex.Get(name); err != nil {
		return schema.Errorf(schema.KindUsage, "name it as web pages do: utf-8, windows-1252, iso-8859-2, windows-1251, koi8-r, shift_jis, gb18030, utf-16le",
			"encoding %q: unknown", name)
	}
	return nil
}

// decode reads plain text and Markdown. They do not say how they are encoded,
// and a wrong guess would change words without a trace: so they are UTF-8, or
// UTF-16 with its mark, or what the caller says.
func (r *Reader) decode(name string, data []byte) (string, error) {
	if wide := wideMark(data); wide != "" {
		return transcode(name, data, wide)
	}
	if isBinary(data) {
		return "", schema.Errorf(schema.KindInput, "save the article as plain text, UTF-8", "%s: binary, not text", name)
	}
	text, err := schema.ReadText(data)
	switch {
	case err == nil:
		return text, nil
	case r.Encoding != "":
		return transcode(name, data, r.Encoding)
	}
	return "", schema.Errorf(schema.KindInput, schema.HintOf(err)+", or name its encoding (--encoding windows-1252)", "%s: %w", name, err)
}

// wideMark is the encoding that a byte-order mark of UTF-16 declares, or "".
func wideMark(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return "utf-16be"
	}
	return ""
}

// transcode reads bytes in a named encoding. What it has no character for is
// U+FFFD, as in browsers.
func transcode(name string, data []byte, label string) (string, error) {
	e, err := htmlindex.Get(label)
	if err != nil {
		return "", CheckEncoding(label)
	}
	return convert(name, data, e)
}

func convert(name string, data []byte, e encoding.Encoding) (string, error) {
	b, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", damaged(name, err)
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", schema.Errorf(schema.KindInput, "check its encoding", "%s: binary, not text", name)
	}
	return schema.ReadText(b)
}

// enoughConfidence is what chardet must say, of 100, to be believed.
const enoughConfidence = 25

// declared finds that a page names its encoding, which DetermineEncoding does
// not tell from its own last resort.
var declared = regexp.MustCompile(`(?i)<meta[^>]+charset`)

// decodePage reads a web page as browsers do: by its byte-order mark, by what
// it declares, as UTF-8 where it is that; then by what the caller says, by the
// frequencies of its bytes, and at last as windows-1252.
func (r *Reader) decodePage(name string, data []byte) (string, error) {
	e, _, certain := charset.DetermineEncoding(data, "")
	if certain || declared.Match(data[:min(len(data), 1024)]) {
		return convert(name, data, e)
	}
	if _, err := schema.ReadText(data); err == nil { // the first kilobyte may have been ASCII
		return r.decode(name, data)
	}
	if r.Encoding != "" {
		return transcode(name, data, r.Encoding)
	}
	if best, err := chardet.NewHtmlDetector().DetectBest(data); err == nil && best.Confidence >= enoughConfidence {
		if found, err := htmlindex.Get(best.Charset); err == nil {
			return convert(name, data, found)
		}
	}
	return convert(name, data, e)
}
