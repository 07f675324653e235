package explore

import (
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
	time.Sleep(200 * time.Millisecond)
	proc := "/proc/" + strconv.Itoa(p.cmd.Process.Pid)
	limits, err := os.ReadFile(proc + "/limits")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Max file size": "0", "Max core file size": "0", "Max cpu time": "123", "Max open files": "64"}
	if !raceDetector {
		want["Max data size"] = strconv.Itoa(256*mib + beyondHeap)
	}
	for name, value := range want {
		if !regexp.MustCompile(name + ` +` + value + ` +` + value + ` `).Match(limits) {
			t.Errorf("%s is not %s:\n%s", name, value, limits)
		}
	}
	environ, err := os.ReadFile(proc + "/environ")
	if err != nil || strings.Contains(string(environ), "HOME=") || strings.Contains(string(environ), "PATH=") {
		t.Errorf("got the environment %q (%v)", environ, err)
	}
}
