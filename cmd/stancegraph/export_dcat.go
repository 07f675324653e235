package main

import (
	"encoding/hex"
	"hash"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/catalog"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/schema"
)

// catalogFlags say whether an export gets a record, and what nobody but the
// publisher knows.
type catalogFlags struct {
	wanted  bool
	license string
}

// recordEnding is what the name of a record adds to that of its file.
const recordEnding = ".dcat.ttl"

func (c *catalogFlags) add(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.wanted, "dcat", false, "write FILE"+recordEnding+", too: the record of the data set (DCAT 3)")
	cmd.Flags().StringVar(&c.license, "license", "", "address of the licence for --dcat, such as https://creativecommons.org/licenses/by/4.0/")
}

func (c *catalogFlags) check(output string) error {
	switch {
	case !c.wanted && c.license != "":
		return usage("add --dcat", "--license says what the record of --dcat says")
	case c.wanted && (output == "" || output == "-"):
		return usage("add -o FILE", "--dcat describes a file, and standard output is none")
	}
	if u, err := url.Parse(c.license); c.license != "" && (err != nil || !u.IsAbs() || strings.ContainsAny(c.license, " <>\"{}|\\^`")) {
		return usage("give the address of its text, such as https://creativecommons.org/licenses/by/4.0/", "--license %q: expected an address", c.license)
	}
	return nil
}

// checksum counts and hashes what passes.
type checksum struct {
	hash hash.Hash
	size int64
}

func (c *checksum) Write(b []byte) (int, error) {
	c.size += int64(len(b))
	return c.hash.Write(b)
}

// writeRecord writes the record of an export beside it.
func (a *app) writeRecord(c catalogFlags, output string, f formats.Format, job formats.Job, sum *checksum) error {
	if !c.wanted {
		return nil
	}
	record := catalog.Of(job.Snapshot, job.Filter, job.Provenance)
	record.License = c.license
	if a.now != "" { // else the same store would not give the same bytes
		now, err := a.clock()
		if err != nil {
			return err
		}
		record.Made = now()
	}
	record.File = catalog.File{Name: filepath.Base(output), MediaType: f.MediaType, Packed: strings.HasSuffix(strings.ToLower(output), formats.Packed),
		Size: sum.size, SHA256: hex.EncodeToString(sum.hash.Sum(nil)), Profile: f.Profile}
	return a.writeOutput(output+recordEnding, func(w io.Writer) error {
		if err := record.Write(w); err != nil {
			return schema.Errorf(schema.KindIO, "check the free space and the permissions", "write %s: %w", output+recordEnding, err)
		}
		return nil
	})
}
