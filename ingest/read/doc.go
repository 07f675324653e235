// Package read turns files into sources. Call [Expand] for the files behind
// the paths a person gives, [LoadMeta] for a metadata file, and
// [Reader.Sources] for the sources of each file: one of an article (text,
// Markdown, HTML, PDF), one for each item of a feed (RSS, Atom), one for each
// member of an archive (ZIP, tar, tar.gz). [Text] reads one article.
//
// The text of a source is the text as read ([schema.ReadText]); of Markdown it
// is the body after the front matter, markup kept; of HTML, PDF and feeds it
// is what the reader of the version in [schema.Source.Reader] makes of them.
// All offsets refer to it.
//
// Three dates are kept apart. Published is, in this order: what the metadata
// file says; what the file says of itself (front matter, JSON-LD, Open Graph,
// the feed); a date called "today" in the text; a date line at its head.
// DateRule says which. PageDate is a date that the page shows or carries and
// that is not the article's: a date line beside a "today", the day of the last
// change, the day on which a PDF was made. Retrieved is the day of fetching,
// and known only where the metadata file or the front matter says "retrieved".
// An unknown date stays unknown; it is never today.
//
// Web pages and feeds say how they are encoded, and are read by that, by their
// byte-order mark, or by the frequencies of their bytes. Plain text and
// Markdown do not: they are UTF-8 (or UTF-16 with its mark), or what the
// caller names, and never guessed. The language is told from the text where
// metadata do not give it; a short text has none that is known.
//
// Files are untrusted. Sizes, the members of archives, what they unpack to and
// the time of a page are bounded; archives are never unpacked to disk; scripts
// are thrown away and never run. What cannot be read is a [schema.Error] that
// says what to do.
package read
