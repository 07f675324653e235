package rdf

import (
	"errors"
	"strings"
)

// resolve makes a reference absolute, as RFC 3986 section 5.2 says. net/url
// would do so too, and encode some characters anew on the way: IRIs are compared
// as they are written.
func resolve(base, ref string) (string, error) {
	if hasScheme(ref) {
		return ref, nil
	}
	if base == "" {
		return "", errors.New("a relative IRI, and the file names no base")
	}
	scheme, rest, _ := strings.Cut(base, ":")
	authority, path, query := split(rest)
	refAuthority, refPath, tail := split(ref)
	switch {
	case strings.HasPrefix(ref, "//"):
		authority, path = refAuthority, withoutDots(refPath)
	case refPath == "":
		if !strings.HasPrefix(tail, "?") {
			tail = query + tail
		}
	case strings.HasPrefix(refPath, "/"):
		path = withoutDots(refPath)
	default:
		folder := path[:strings.LastIndexByte(path, '/')+1]
		if authority != "" && path == "" {
			folder = "/"
		}
		path = withoutDots(folder + refPath)
	}
	return scheme + ":" + authority + path + tail, nil
}

func hasScheme(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case isLetter(c):
		case i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		default:
			return c == ':' && i > 0
		}
	}
	return false
}

// split cuts what follows a scheme into "//authority", path and the rest, of
// which a base gives only the query.
func split(s string) (authority, path, rest string) {
	if strings.HasPrefix(s, "//") {
		n := strings.IndexAny(s[2:], "/?#")
		if n < 0 {
			return s, "", ""
		}
		authority, s = s[:n+2], s[n+2:]
	}
	if n := strings.IndexAny(s, "?#"); n >= 0 {
		return authority, s[:n], s[n:]
	}
	return authority, s, ""
}

// withoutDots resolves "." and "..".
func withoutDots(path string) string {
	var out []string
	parts := strings.Split(path, "/")
	for i, part := range parts {
		last := i == len(parts)-1
		switch part {
		case ".", "..":
			if n := len(out); part == ".." && n > 1 {
				out = out[:n-1]
			}
			if last {
				out = append(out, "")
			}
		default:
			out = append(out, part)
		}
	}
	return strings.Join(out, "/")
}
