package server

import (
	"fmt"
	"net/url"
	"strings"
)

func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// segment is an ID as one part of a path. An ID that ends as a format would be
// taken for one, so the format is then said: "….json.html".
func segment(id string) string {
	escaped := url.PathEscape(id)
	if _, f := splitFormat(escaped); f != "" {
		return escaped + "." + string(formatHTML)
	}
	return escaped
}

// inFormat is the same address in another shape.
func inFormat(addr string, f format) string {
	path, rest := addr, ""
	if i := strings.IndexAny(addr, "?#"); i >= 0 {
		path, rest = addr[:i], addr[i:]
	}
	if path == "/" {
		path = "/index"
	}
	return strings.TrimSuffix(path, "."+string(formatHTML)) + "." + string(f) + rest
}

func passageAnchor(start, end int) string { return fmt.Sprintf("p-%d-%d", start, end) }

func propositionAnchor(id string) string { return "proposition-" + id }
