package explore

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// output writes the messages of a child and counts them.
type output struct {
	w     *bufio.Writer
	limit int
	rows  int
	size  int
	done  end
	hint  string // when there was no row
}

func newOutput(w io.Writer, limit int) *output {
	return &output{w: bufio.NewWriter(w), limit: limit}
}

// row writes one row. It reports whether another one may follow.
func (o *output) row(row map[string]any, emitted bool) (more bool, err error) {
	if o.rows >= o.limit {
		o.cut(TruncatedRows)
		return false, nil
	}
	line, err := json.Marshal(message{Row: row, Emitted: emitted})
	if err != nil {
		return false, failed(0, 0, "a row cannot be printed: "+err.Error(), "emit texts, numbers, lists and objects")
	}
	if o.size+len(line) > MaxSize {
		if o.rows == 0 {
			return false, sizeError()
		}
		o.cut(TruncatedSize)
		return false, nil
	}
	o.rows++
	o.size += len(line)
	_, err = o.w.Write(append(line, '\n'))
	return err == nil, err
}

func (o *output) cut(why string) {
	o.done.Truncated = why
	switch why {
	case TruncatedRows:
		o.done.Note = fmt.Sprintf("only the first %d rows are shown: narrow the query, or raise --max-rows (at most %d)", o.limit, maxima.Rows)
	case TruncatedSize:
		o.done.Note = "only the rows that fit into " + bytesText(MaxSize) + " are shown: narrow the query, or leave out long texts"
	}
}

// end writes the last message.
func (o *output) end(err error) error {
	m := message{End: &o.done}
	switch {
	case err != nil:
		m = message{Fault: faultOf(err)}
	case o.rows == 0:
		o.done.Note = o.hint
	}
	if err := json.NewEncoder(o.w).Encode(m); err != nil {
		return err
	}
	return o.w.Flush()
}
