package main

import (
	"fmt"
	"net"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/pflag"

	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server"
)

// tokenVariable has the token of a server. It is never an argument: those show
// in the list of processes.
const tokenVariable = "STANCEGRAPH_TOKEN"

// shortest is the least length of a token, in bytes: 20 of base64 are 120 bits,
// which nobody guesses over a network.
const shortestToken = 20

const tokenHint = "make one with: openssl rand -base64 24 > token"

// accessFlags are the options that say who is let in.
type accessFlags struct {
	tokenFile  string
	publicRead bool
	hosts      []string
}

func (f *accessFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.tokenFile, "token-file", "", "file with the token that whoever comes has to know (or in "+tokenVariable+")")
	flags.BoolVar(&f.publicRead, "public-read", false, "everybody may read; the token is for those who add and decide")
	flags.StringArrayVar(&f.hosts, "host", nil, "a name that the server is called by, beside localhost and addresses in digits; may be repeated")
}

// access is what the options say, with the token read.
func (f *accessFlags) access(a *app) (server.Access, error) {
	token, err := f.token(a)
	if err != nil {
		return server.Access{}, err
	}
	if f.publicRead && token == "" {
		return server.Access{}, usage("give a token, too: --token-file FILE", "--public-read is for a server with a token")
	}
	hosts := make([]string, 0, len(f.hosts))
	for _, name := range f.hosts {
		name = strings.ToLower(strings.TrimSuffix(name, "."))
		if name == "" || strings.ContainsAny(name, "/:@ ") {
			return server.Access{}, usage("write the name alone, such as --host stances.example.org", "--host %q: expected a name without scheme and port", name)
		}
		hosts = append(hosts, name)
	}
	return server.Access{Token: token, PublicRead: f.publicRead, Hosts: hosts}, nil
}

func (f *accessFlags) token(a *app) (string, error) {
	text, from := os.Getenv(tokenVariable), tokenVariable
	if f.tokenFile != "" {
		if text != "" {
			return "", usage("keep one of them", "there is a token in --token-file and one in %s", tokenVariable)
		}
		data, err := os.ReadFile(f.tokenFile)
		if err != nil {
			return "", schema.Errorf(schema.KindIO, tokenHint, "--token-file: %w", err)
		}
		text, from = string(data), "--token-file "+f.tokenFile
		warnOfReaders(a, f.tokenFile)
	}
	token := strings.TrimSpace(text)
	switch {
	case f.tokenFile == "" && token == "":
		return "", nil
	case len(token) < shortestToken:
		return "", usage(tokenHint, "%s: a token of %d letters can be guessed: expected at least %d", from, len(token), shortestToken)
	case strings.ContainsAny(token, " \t\r\n"):
		return "", usage(tokenHint, "%s: expected one token, found spaces or lines", from)
	}
	return token, nil
}

// warnOfReaders says when others on the machine can read the token. Windows
// keeps rights elsewhere.
func warnOfReaders(a *app, path string) {
	info, err := os.Stat(path)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		fmt.Fprintf(a.stderr, "note:  others on this machine can read %s; chmod 600 %s keeps it from them\n", path, path)
	}
}

// admissible refuses addresses that others can reach for a server without a
// token.
func admissible(addr string, access server.Access) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return usage("write it as "+defaultAddr, "--addr %q: expected an address and a port", addr)
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() || access.Token != "" {
		return nil
	}
	return usage("use 127.0.0.1, [::1] or localhost, or stancegraph serve with --token-file FILE; "+tokenHint,
		"--addr %q: others can reach this address, and without a token everybody could read and write", addr)
}

// listen binds an address and turns the ways it can fail into errors that say
// what to do.
func listen(addr string, access server.Access) (net.Listener, error) {
	if err := admissible(addr, access); err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, schema.Errorf(schema.KindBusy, "stop the other program, or choose another port: --addr 127.0.0.1:8081 (port 0 takes a free one)",
			"cannot listen on %s: %w", addr, err)
	}
	return l, nil
}
