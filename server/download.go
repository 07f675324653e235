package server

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// download is a file that is written while it travels.
type download struct {
	name, media string
	write       func(io.Writer) error
}

// stream sends a file. An error before the first bytes left becomes a page; one
// after it breaks the connection, so that nobody takes a part for the whole.
func (s *site) stream(c *gin.Context, d *download) error {
	h := c.Writer.Header()
	h.Set("Content-Type", d.media)
	h.Set("Content-Disposition", `attachment; filename="`+strings.Map(inFileName, d.name)+`"`)
	if c.Request.Method == http.MethodHead {
		c.Status(http.StatusOK)
		return nil
	}
	if err := http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(deskTime)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		s.Logger.Error("no more time for a download", "error", err)
	}
	b := bufio.NewWriterSize(c.Writer, 64<<10)
	err := d.write(b)
	if err == nil {
		err = b.Flush()
	}
	if err == nil {
		return nil
	}
	if c.Writer.Written() {
		s.Logger.Error("download broken off", "file", d.name, "error", err)
		panic(http.ErrAbortHandler)
	}
	h.Del("Content-Disposition")
	return err
}

// inFileName keeps what every system takes in the name of a file.
func inFileName(r rune) rune {
	if r < ' ' || r > '~' || strings.ContainsRune(`"\/:*?<>|`, r) {
		return '-'
	}
	return r
}
