package kv

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// holderFile tells another process who has the store open. Only a process that
// failed to get the lock reads it, so one that a killed process left behind
// misleads nobody.
const holderFile = "holder.json"

// holder is who has the store open.
type holder struct {
	PID     int       `json:"pid"`
	Command string    `json:"command"`
	Since   time.Time `json:"since"`
}

// hold leaves a note for others. The lock does not depend on it, so that a
// failure is no reason not to work.
func hold(dir, command string) {
	h := holder{PID: os.Getpid(), Command: cmp.Or(command, strings.Join(os.Args, " ")), Since: time.Now().UTC().Truncate(time.Second)}
	if note, err := json.Marshal(h); err == nil {
		_ = os.WriteFile(filepath.Join(dir, holderFile), append(note, '\n'), 0o644)
	}
}

func letGo(dir string) { _ = os.Remove(filepath.Join(dir, holderFile)) }

func busyError(dir string) error {
	who := "another process"
	var h holder
	if note, err := os.ReadFile(filepath.Join(dir, holderFile)); err == nil && json.Unmarshal(note, &h) == nil && h.PID > 0 {
		who = fmt.Sprintf("process %d (%s, since %s)", h.PID, h.Command, h.Since.Format("2006-01-02 15:04 UTC"))
	}
	return schema.Errorf(schema.KindBusy, "wait until it is done or stop it; while a server has the store open, use its pages",
		"store %s is in use by %s", dir, who)
}
