package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/network"
)

// NetworkCSV writes the matrix of a network: rows down, columns across. The
// head of the first column is empty, as R and UCINET expect it; what is no
// number is NaN.
func NetworkCSV(w io.Writer, r *network.Result) error {
	c := csv.NewWriter(w)
	_ = c.Write(guarded("", r.Cols)) // Error reports what went wrong
	for i, label := range r.Rows {
		cells := []string{Guard(label)}
		for _, x := range r.Matrix[i] {
			cells = append(cells, weight(x))
		}
		_ = c.Write(cells)
	}
	c.Flush()
	return wrote(c)
}

func guarded(head string, labels []string) []string {
	cells := []string{head}
	for _, label := range labels {
		cells = append(cells, Guard(label))
	}
	return cells
}

func weight(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func wrote(c *csv.Writer) error {
	if err := c.Error(); err != nil {
		return fmt.Errorf("write network: %w", err)
	}
	return nil
}

// EdgeList writes the ties of networks, one a row: Source, Target and Weight,
// the names that Gephi reads; with a time window the first and the last instant
// of the window before them. A tie of a one-mode network stands once. Nodes
// without ties are not in it: the matrix has them.
type EdgeList struct {
	csv     *csv.Writer
	twoMode bool
	windows bool
}

// NewEdgeList begins a list with its head.
func NewEdgeList(w io.Writer, twoMode, windows bool) *EdgeList {
	e := &EdgeList{csv: csv.NewWriter(w), twoMode: twoMode, windows: windows}
	_ = e.csv.Write(e.row("From", "Until", "Source", "Target", "Weight")) // Close reports what went wrong
	return e
}

// Add writes the ties of one network.
func (e *EdgeList) Add(r *network.Result) error {
	for i, row := range r.Rows {
		first := i + 1 // one-mode networks are symmetric, with an empty diagonal
		if e.twoMode {
			first = 0
		}
		for j := first; j < len(r.Cols); j++ {
			if x := r.Matrix[i][j]; x != 0 {
				_ = e.csv.Write(e.row(r.Start.String(), r.Stop.String(), Guard(row), Guard(r.Cols[j]), weight(x)))
			}
		}
	}
	return wrote(e.csv)
}

func (e *EdgeList) row(from, until string, cells ...string) []string {
	if e.windows {
		return append([]string{from, until}, cells...)
	}
	return cells
}

// Close writes what is left.
func (e *EdgeList) Close() error {
	e.csv.Flush()
	return wrote(e.csv)
}
