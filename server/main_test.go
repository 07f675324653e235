package server

import (
	"os"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

func TestMain(m *testing.M) {
	patience, quick, preparing = time.Hour, time.Hour, time.Hour
	os.Exit(browsertest.Main(m))
}
