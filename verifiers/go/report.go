package main

import "fmt"

// A Report says what was checked and what was found.
type Report struct {
	OK         bool       `json:"ok"`
	Origin     string     `json:"origin"`
	Size       int64      `json:"size"`
	Root       string     `json:"root"` // base64
	Cosigners  []Cosigner `json:"cosigners"`
	NotCovered []string   `json:"notCovered"` // files under tile/ about which the checkpoint says nothing
	Failure    *Finding   `json:"failure"`
}

// A Cosigner is a known witness whose cosignature on the checkpoint verified.
type Cosigner struct {
	Name string `json:"name"`
	Time uint64 `json:"time"` // seconds since 1970, as the witness states it
}

// A Finding is something wrong with the log itself. Any other error means that the check could not run.
type Finding struct {
	Code    Code   `json:"code"`
	Path    string `json:"path"`  // the file, relative to the folder
	Index   *int64 `json:"index"` // of the entry in the log, or of the hash in the tile
	Message string `json:"message"`
}

// A Code classes a finding.
type Code string

const (
	BadCheckpoint Code = "bad-checkpoint"  // not a signed note, or its text is not a tree head
	BadSignature  Code = "bad-signature"   // the log has not signed it, or a known key's signature fails
	NoQuorum      Code = "no-quorum"       // fewer cosigners than asked for
	WrongRoot     Code = "wrong-root"      // entries and tiles agree, the signed root is another
	Missing       Code = "missing"         // a file that the checkpoint requires
	BadTile       Code = "bad-tile"        // a tile is not what the entries make it
	BadEntry      Code = "bad-entry"       // an entry, or the framing of its bundle, is not what the tree holds
	Inconsistent  Code = "inconsistent"    // the log does not extend an earlier checkpoint
	NotInThisTree Code = "not-in-the-tree" // with -exact: a file that the checkpoint does not cover
)

const (
	checkpointPath = "checkpoint"
	wholeFile      = -1                      // the index of a finding without one
	maxCheckpoint  = 1_000_000               // bytes; the specification leaves the limit open
	maxBundle      = tileWidth * (2 + 65535) // bytes: 256 entries, each behind its length
	maxInteger     = 1<<53 - 1               // of sizes and times: what every reader of a record can hold
)

func (f *Finding) Error() string { return fmt.Sprintf("%s: %s: %s", f.Path, f.Code, f.Message) }

// found makes a Finding; index is wholeFile where no single entry or hash is at fault.
func found(code Code, path string, index int64, format string, args ...any) *Finding {
	f := &Finding{Code: code, Path: path, Message: fmt.Sprintf(format, args...)}
	if index != wholeFile {
		f.Index = &index
	}
	return f
}
