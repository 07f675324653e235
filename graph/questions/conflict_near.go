package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// nearby finds the statements that lie within so many days of a date without
// holding every one against it: on a proposition there may be thousands for and
// thousands against.
type nearby struct {
	dated [len(spans)][]heard // by how many days their dates may mean, then by the first
	long  []heard             // of more days, or with an open end
	list  []heard
}

// spans are the lengths of dates, in days, that are looked up by their first
// day: a day, a month, a year.
var spans = [...]int64{0, 30, 365}

func newNearby(all []heard) *nearby {
	n := &nearby{}
	for _, h := range all {
		span := int64(h.Date.Latest()) - int64(h.Date.Earliest())
		switch k := slices.IndexFunc(spans[:], func(most int64) bool { return span <= most }); {
		case k < 0:
			n.long = append(n.long, h)
		default:
			n.dated[k] = append(n.dated[k], h)
		}
	}
	for _, list := range n.dated {
		slices.SortStableFunc(list, func(a, b heard) int { return int(int64(a.Date.Earliest()) - int64(b.Date.Earliest())) })
	}
	return n
}

// of returns all statements that may lie within so many days of a date, and some
// that do not. The list is good until the next call.
func (n *nearby) of(d schema.Date, window int) []heard {
	n.list = append(n.list[:0], n.long...)
	until := int64(d.Latest()) + int64(window)
	for k, list := range n.dated {
		from := int64(d.Earliest()) - int64(window) - spans[k]
		first, _ := slices.BinarySearchFunc(list, from, func(h heard, day int64) int {
			if int64(h.Date.Earliest()) < day {
				return -1
			}
			return 1
		})
		for _, h := range list[first:] {
			if int64(h.Date.Earliest()) > until {
				break
			}
			n.list = append(n.list, h)
		}
	}
	return n.list
}
