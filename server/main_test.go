package server

import (
	"os"
	"testing"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Main(m)) }
