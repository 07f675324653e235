package server

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// is compares hashes, so that neither the token nor its length shows in the
// time that it takes.
func (a Access) is(sent string) bool {
	got, want := sha256.Sum256([]byte(sent)), sha256.Sum256([]byte(a.Token))
	return subtle.ConstantTimeCompare(got[:], want[:]) == 1
}

const (
	signedCookie = "stancegraph-signed-in"
	signedFor    = 30 * 24 * time.Hour
)

// sign is the value of the cookie: until when it holds, in Unix seconds, sealed
// with the token. It does not tell the token, and another token ends it.
func (a Access) sign(until time.Time) string {
	text := strconv.FormatInt(until.Unix(), 10)
	return text + "." + a.seal(text)
}

func (a Access) seal(text string) string {
	mac := hmac.New(sha256.New, []byte(a.Token))
	mac.Write([]byte("signed in until " + text))
	return hex.EncodeToString(mac.Sum(nil))
}

func (a Access) signed(cookie string, now time.Time) bool {
	text, seal, ok := strings.Cut(cookie, ".")
	until, err := strconv.ParseInt(text, 10, 64)
	return ok && err == nil && hmac.Equal([]byte(seal), []byte(a.seal(text))) && now.Before(time.Unix(until, 0))
}
