package explore

import (
	"context"
	"errors"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What the system forbids a child, as the system says it.
func TestAChildIsConfined(t *testing.T) {
	t.Parallel()
	p := mustStart(t, `while (true) {}`)
	proc := "/proc/" + strconv.Itoa(p.cmd.Process.Pid)
	want := map[string]string{"Max file size": "0", "Max core file size": "0", "Max cpu time": "603", "Max open files": "64"}
	if !raceDetector {
		want["Max data size"] = strconv.Itoa(256*mib + beyondHeap)
	}
	missing := "nothing is known" // a busy machine takes its time to start a process
	for deadline := time.Now().Add(maxima.Time / 2); missing != "" && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		limits, err := os.ReadFile(proc + "/limits")
		if err != nil {
			t.Fatal(err)
		}
		missing = lacks(limits, want)
	}
	if missing != "" {
		t.Error(missing)
	}
	environ, err := os.ReadFile(proc + "/environ")
	if err != nil || strings.Contains(string(environ), "HOME=") || strings.Contains(string(environ), "PATH=") {
		t.Errorf("got the environment %q (%v)", environ, err)
	}
}

// lacks names the first limit that is not as wanted, "" when all are.
func lacks(limits []byte, want map[string]string) string {
	for name, value := range want {
		if !regexp.MustCompile(name + ` +` + value + ` +` + value + ` `).Match(limits) {
			return name + " is not " + value + ":\n" + string(limits)
		}
	}
	return ""
}

// Memory that is asked for in one piece is refused at once, before anybody
// looks: nothing of it was touched, and nothing else comes after it.
func TestMemoryInOnePieceIsRefused(t *testing.T) {
	t.Parallel()
	if raceDetector {
		t.Skip("the race detector's own memory leaves no limit to set; make test runs this without it")
	}
	_, err := Run(context.Background(), emptyFile(t), Query{Language: Gizmo, Text: `new ArrayBuffer(2 ** 33)`, Limits: Limits{Time: maxima.Time, Memory: 128 * mib}})
	if !errors.Is(err, ErrLimit) {
		t.Errorf("got %v", err)
	}
}
