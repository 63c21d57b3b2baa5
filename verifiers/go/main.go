// Command verify checks a transparency log that is kept as a folder of static files: the checkpoint's
// signatures, every entry, and every tile recomputed from the entries.
//
//	verify [-json] -vkey KEY [-cosigner KEY]... [-quorum N] [-old FILE]... [-exact] FOLDER
//
// It stands on golang.org/x/mod/sumdb/{note,tlog} and on the C2SP specifications signed-note, tlog-checkpoint,
// tlog-cosignature and tlog-tiles, and shares nothing else with Countersign's own verifier.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// The exit codes.
const (
	exitIntact  = 0
	exitFinding = 1
	exitNotRun  = 2
)

const usage = `usage: verify [-json] -vkey KEY [-cosigner KEY]... [-quorum N] [-old FILE]... [-exact] FOLDER

Checks a log kept as C2SP tiles: signatures, every entry, every tile.

  -vkey KEY      the log's public key, as name+id+base64 (required)
  -cosigner KEY  the public key of a witness (type 04); may be repeated
  -quorum N      how many of the cosigners must have signed (default: all that are named)
  -old FILE      an earlier checkpoint, which the log must extend; may be repeated
  -exact         also refuse files under tile/ that the checkpoint does not cover
  -json          print the report as JSON

Exit: 0 the log is intact; 1 it is not, and the tile or entry is named; 2 the check could not run.
`

// options are the command line, parsed.
type options struct {
	json      bool
	vkey      string
	cosigners list
	quorum    int
	olds      list
	exact     bool
	folder    string
}

// A list is a flag that may be given more than once.
type list []string

func (l *list) String() string     { return fmt.Sprint(*l) }
func (l *list) Set(v string) error { *l = append(*l, v); return nil }

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	o, err := parseOptions(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		return exitIntact
	}
	if err != nil {
		return notRun(o, stdout, stderr, fmt.Errorf("%v (verify -help shows how to use it)", err))
	}
	report, err := verifyFolder(o)
	var finding *Finding
	switch {
	case err == nil:
		report.OK = true
	case errors.As(err, &finding):
		report.Failure = finding
	default:
		return notRun(o, stdout, stderr, err)
	}
	if o.json {
		printJSON(stdout, report)
	} else {
		printText(stdout, report)
	}
	if report.OK {
		return exitIntact
	}
	return exitFinding
}

func notRun(o options, stdout, stderr io.Writer, err error) int {
	if o.json {
		printJSON(stdout, map[string]any{"error": map[string]string{"code": "could-not-run", "message": err.Error()}})
	} else {
		fmt.Fprintf(stderr, "verify: could not run: %v\n", err)
	}
	return exitNotRun
}

func parseOptions(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("verify", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&o.json, "json", false, "")
	flags.StringVar(&o.vkey, "vkey", "", "")
	flags.Var(&o.cosigners, "cosigner", "")
	flags.IntVar(&o.quorum, "quorum", -1, "")
	flags.Var(&o.olds, "old", "")
	flags.BoolVar(&o.exact, "exact", false, "")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if o.quorum < 0 {
		o.quorum = len(o.cosigners)
	}
	switch {
	case flags.NArg() != 1:
		return o, errors.New("name one folder")
	case o.vkey == "":
		return o, errors.New("give the log's public key with -vkey: without it nothing is known about who signed")
	case o.quorum > len(o.cosigners):
		return o, fmt.Errorf("a quorum of %d cannot be met by %d cosigners", o.quorum, len(o.cosigners))
	}
	o.folder = flags.Arg(0)
	return o, nil
}

func printJSON(w io.Writer, v any) {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.Encode(v)
}

func printText(w io.Writer, r *Report) {
	if r.Root != "" {
		fmt.Fprintf(w, "%s\n%d entries, root %s\n", r.Origin, r.Size, r.Root)
	}
	for _, c := range r.Cosigners {
		fmt.Fprintf(w, "cosigned by %s at %d\n", c.Name, c.Time)
	}
	for _, path := range r.NotCovered {
		fmt.Fprintf(w, "not covered by the checkpoint: %s\n", path)
	}
	if r.OK {
		fmt.Fprintln(w, "intact: every entry and every tile follows from the signed root")
		return
	}
	place := r.Failure.Path
	if r.Failure.Index != nil {
		place = fmt.Sprintf("%s, index %d", place, *r.Failure.Index)
	}
	fmt.Fprintf(w, "NOT intact (%s): %s: %s\n", r.Failure.Code, place, r.Failure.Message)
}
