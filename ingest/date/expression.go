package date

import (
	"fmt"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Unit is the width of a relative expression.
type Unit uint8

// The units of relative expressions.
const (
	None Unit = iota
	Day
	Week
	Month
	Year
)

// Expression is a date as worded: absolute with as many of year, month and day
// as are said, a weekday, or a number of units before the article.
type Expression struct {
	First, Last      int          // tokens, inclusive
	Year, Month, Day int          // 0 where not said
	DayTo            int          // the last day of several of one month, or 0
	Weekday          time.Weekday // where HasWeekday
	HasWeekday       bool
	Unit             Unit // of a relative expression
	Offset           int  // in units: 0 this, -1 last, +1 next
	Before           bool // "last Tuesday": not on the article's own day
}

// Complete reports whether the expression is a day with its year: it needs no
// article to be understood.
func (e Expression) Complete() bool { return e.Year > 0 && e.Month > 0 && e.Day > 0 }

// Today reports whether the expression is the article's own day.
func (e Expression) Today() bool { return e.Unit == Day && e.Offset == 0 }

// Resolve is the date meant, given the article's own date, which may be
// unknown. It is the zero date when the two do not settle it.
func (e Expression) Resolve(article schema.Date) schema.Date {
	switch {
	case e.Year > 0:
		return e.absolute(e.Year)
	case article.IsZero():
		return schema.Date{}
	case e.Month > 0:
		return e.latestYear(article)
	case e.Day > 0:
		return e.latestMonth(article)
	case e.HasWeekday:
		return e.latestWeekday(article)
	}
	return e.relative(article)
}

// absolute is the date with a year; a day that the month lacks is unknown.
func (e Expression) absolute(year int) schema.Date {
	text := fmt.Sprintf("%04d", year)
	if e.Month > 0 {
		text += fmt.Sprintf("-%02d", e.Month)
	}
	if e.Month > 0 && e.Day > 0 {
		text += fmt.Sprintf("-%02d", e.Day)
	}
	if first := parse(text); e.DayTo > e.Day && !first.IsZero() {
		return parse(fmt.Sprintf("%s/%04d-%02d-%02d", text, year, e.Month, e.DayTo))
	}
	return parse(text)
}

func parse(text string) schema.Date {
	d, err := schema.ParseDate(text)
	if err != nil {
		return schema.Date{}
	}
	return d
}

// latestYear puts a month or a day of a month into the last year in which it
// is not after the article.
func (e Expression) latestYear(article schema.Date) schema.Date {
	last := article.Latest()
	year := last.Time().Year()
	for range 8 { // 29 February comes round within eight years
		if d := e.absolute(year); !d.IsZero() && d.Earliest() <= last {
			return d
		}
		year--
	}
	return schema.Date{}
}

// latestMonth puts "the 16th" into the last month in which it is not after the
// article. It needs an article dated to its month at least.
func (e Expression) latestMonth(article schema.Date) schema.Date {
	if article.Latest()-article.Earliest() > 31 {
		return schema.Date{}
	}
	last := article.Latest().Time()
	for back := range 3 {
		first := time.Date(last.Year(), last.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, -back, 0)
		e.Month = int(first.Month())
		if d := e.absolute(first.Year()); !d.IsZero() && d.Earliest() <= article.Latest() {
			return d
		}
	}
	return schema.Date{}
}

// latestWeekday needs an article dated to its day.
func (e Expression) latestWeekday(article schema.Date) schema.Date {
	if article.Latest() != article.Earliest() {
		return schema.Date{}
	}
	day := article.Latest()
	back := (int(day.Time().Weekday()) - int(e.Weekday) + 7) % 7
	if back == 0 && e.Before {
		back = 7
	}
	if e.Offset > 0 {
		back -= 7
	}
	return schema.DateOfDay(day - schema.Day(back))
}

// relative counts units from the article. Days and weeks need an article dated
// to its day, months one dated to its month.
func (e Expression) relative(article schema.Date) schema.Date {
	first, last := article.Earliest().Time(), article.Latest().Time()
	oneDay, oneMonth := article.Earliest() == article.Latest(), first.Year() == last.Year() && first.Month() == last.Month()
	switch {
	case e.Unit == Day && oneDay:
		return schema.DateOfDay(article.Latest() + schema.Day(e.Offset))
	case e.Unit == Week && oneDay:
		return e.week(article.Latest())
	case e.Unit == Month && oneMonth:
		first = time.Date(last.Year(), last.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, e.Offset, 0)
		return parse(first.Format("2006-01"))
	case e.Unit == Year && first.Year() == last.Year():
		return parse(fmt.Sprintf("%04d", last.Year()+e.Offset))
	}
	return schema.Date{}
}

// week is the interval from Monday to Sunday; the article's own week ends with
// the article.
func (e Expression) week(article schema.Day) schema.Date {
	sinceMonday := (int(article.Time().Weekday()) + 6) % 7
	monday := article - schema.Day(sinceMonday) + schema.Day(7*e.Offset)
	sunday := monday + 6
	if e.Offset == 0 {
		sunday = article
	}
	if sunday == monday {
		return schema.DateOfDay(monday)
	}
	return parse(monday.String() + "/" + sunday.String())
}
