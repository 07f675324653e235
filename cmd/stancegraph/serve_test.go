package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// buffer is a bytes.Buffer for a writer and a reader at once.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

var servingAt = regexp.MustCompile(`serving (http://\S+/)`)

// serveDemo runs the demo on a free port until the test ends, and returns its
// address.
func serveDemo(t *testing.T) string {
	t.Helper()
	return serveWith(t, "demo", "--no-browser")
}

// serveWith runs a command that serves, on a free port, until the test ends.
func serveWith(t *testing.T, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var stderr buffer
	done := make(chan struct{})
	code := 0
	go func() {
		defer close(done)
		code = run(ctx, append(args, "--addr", "127.0.0.1:0"), strings.NewReader(""), &buffer{}, &stderr)
	}()
	t.Cleanup(func() {
		cancel()
		if <-done; code != 0 {
			t.Errorf("%s ended with code %d:\n%s", args[0], code, stderr.String())
		}
	})
	return addressIn(t, &stderr, done)
}

// addressIn waits until a server says where it serves; ended is closed when it
// has ended.
func addressIn(t *testing.T, says *buffer, ended <-chan struct{}) string {
	t.Helper()
	for {
		if m := servingAt.FindStringSubmatch(says.String()); m != nil {
			return m[1]
		}
		select {
		case <-ended:
			t.Fatalf("it does not serve:\n%s", says.String())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func TestDemoServesEveryWayIn(t *testing.T) {
	t.Parallel()
	base := serveDemo(t)
	for _, path := range []string{"", "matrix", "matrix.json", "matrix.csv", "matrix?issue=territory", "sources", "actors", "issues", "actors/zelensky", "issues/territory"} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			req, err := http.NewRequestWithContext(t.Context(), method, base+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			_ = res.Body.Close()
			if res.StatusCode != http.StatusOK || res.Header.Get("Content-Security-Policy") == "" {
				t.Errorf("%s /%s: %s, policy %q", method, path, res.Status, res.Header.Get("Content-Security-Policy"))
			}
		}
	}
}

func TestPortInUse(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var stderr bytes.Buffer
	code := run(t.Context(), []string{"demo", "--no-browser", "--addr", l.Addr().String()}, strings.NewReader(""), &stderr, &stderr)
	if code != 5 || !strings.Contains(stderr.String(), fmt.Sprintf("cannot listen on %s", l.Addr())) || !strings.Contains(stderr.String(), "choose another port") {
		t.Errorf("exit code %d:\n%s", code, stderr.String())
	}
}

// A second process at the same store is told who holds it.
func TestStoreOpenElsewhere(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	holder := command(t.Context(), "serve", "--store", store, "--addr", "127.0.0.1:0")
	var out buffer
	holder.Stderr = &out
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = holder.Wait()
	}()
	defer func() {
		_ = holder.Process.Kill()
		<-ended
	}()
	addressIn(t, &out, ended)
	var stderr bytes.Buffer
	code := run(t.Context(), []string{"matrix", "--store", store}, strings.NewReader(""), &stderr, &stderr)
	if code != 5 || !strings.Contains(stderr.String(), fmt.Sprint(holder.Process.Pid)) || !strings.Contains(stderr.String(), "hint:") {
		t.Errorf("exit code %d:\n%s", code, stderr.String())
	}
}
