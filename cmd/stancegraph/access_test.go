package main

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A server for others: who has the token writes, by a browser or a program, and
// everybody reads.
func TestServerWithATokenOnEveryAddress(t *testing.T) {
	t.Parallel()
	const token = "a-token-of-more-than-twenty-letters"
	dir := t.TempDir()
	file := filepath.Join(dir, "token")
	if err := os.WriteFile(file, []byte(token+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var stderr buffer
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	code := 0
	go func() {
		defer close(done)
		code = run(ctx, []string{"serve", "--create", "--store", filepath.Join(dir, "new.db"), "--addr", "0.0.0.0:0", "--token-file", file, "--public-read", "--host", "Stances.example."}, strings.NewReader(""), &buffer{}, &stderr)
	}()
	t.Cleanup(func() {
		cancel()
		if <-done; code != 0 {
			t.Errorf("code %d:\n%s", code, stderr.String())
		}
	})
	at, err := url.Parse(addressIn(t, &stderr, done))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(stderr.String(), "others on this machine can read") {
		t.Errorf("no word about a token that others can read:\n%s", stderr.String())
	}
	base := "http://127.0.0.1:" + at.Port() + "/"
	send := func(path, host, bearer string) int {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+path, strings.NewReader(url.Values{"text": {newArticle}}.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Accept", "application/json")
		req.Header.Set("Authorization", "Bearer "+bearer)
		req.Host = host
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		return res.StatusCode
	}
	for _, c := range []struct {
		host, bearer string
		want         int
	}{{"stances.example:80", token, http.StatusOK}, {"", token, http.StatusOK}, {"", "wrong", http.StatusUnauthorized}, {"evil.example", token, http.StatusForbidden}} {
		if got := send("add", c.host, c.bearer); got != c.want {
			t.Errorf("host %q, token %q: status %d, want %d", c.host, c.bearer, got, c.want)
		}
	}
	v := visit(t, base)
	res, err := v.PostForm(base+"reviewer", url.Values{"reviewer": {"Bea"}, "source": {"x"}})
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusUnauthorized {
		t.Errorf("who is not signed in decides: %s", res.Status)
	}
	if to := v.send("sign-in", url.Values{"token": {token}, "to": {"/add"}}); to.Path != "/add" {
		t.Errorf("signed in, it goes on at %s", to)
	}
	if to := v.send("add", url.Values{"text": {newArticle}}); to.Query().Get("known") != "1" {
		t.Errorf("the article leads to %s", to)
	}
	if status, _ := get(t, base+"matrix.json"); status != http.StatusOK {
		t.Errorf("everybody reads: status %d", status)
	}
	if strings.Contains(stderr.String(), token) {
		t.Error("the log has the token")
	}
}
