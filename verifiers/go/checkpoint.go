package main

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A Checkpoint is a signed tree head whose signatures have been verified.
type Checkpoint struct {
	Origin    string
	Tree      tlog.Tree
	Cosigners []Cosigner
}

// openCheckpoint verifies a C2SP tlog-checkpoint: the log's own signature is required, a known key whose signature
// fails spoils the whole, unknown keys are ignored.
//
//	example.com/log
//	15
//	rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=
//
//	— example.com/log M9e0luh4jTG+UMBqOUo9…
//	— witness.example/w1 jWbPPwAAAABkGFDLEZMHwSRa…
func openCheckpoint(msg []byte, path string, log *key, cosigners []*key) (*Checkpoint, error) {
	if len(msg) > maxCheckpoint {
		return nil, found(BadCheckpoint, path, wholeFile, "it is longer than %d bytes", maxCheckpoint)
	}
	known := keyring{log}
	known = append(known, cosigners...)
	signed, err := note.Open(msg, known)
	if err != nil {
		return nil, noteFinding(err, path)
	}
	if !hasSignature(signed, log) {
		return nil, found(BadSignature, path, wholeFile, "the log %s has not signed it", log.name)
	}
	seen, err := everySignature(msg, path, known, signed.Text)
	if err != nil {
		return nil, err
	}
	c, err := parseTreeHead(signed.Text, path)
	if err != nil {
		return nil, err
	}
	if c.Origin != log.name {
		return nil, found(BadCheckpoint, path, wholeFile, "its origin is %q, the key given is of %q", c.Origin, log.name)
	}
	c.Cosigners = seen
	return c, nil
}

// parseTreeHead reads the lines origin, size and root. Extension lines may follow; they mean nothing here.
func parseTreeHead(text, path string) (*Checkpoint, error) {
	bad := func(what string) (*Checkpoint, error) {
		return nil, found(BadCheckpoint, path, wholeFile, "%s", what)
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) < 3 {
		return bad("its text is not the three lines origin, size and root")
	}
	for _, line := range lines {
		if line == "" {
			return bad("its text has an empty line")
		}
	}
	origin, size, root := lines[0], lines[1], lines[2]
	n, err := strconv.ParseInt(size, 10, 64)
	if err != nil || n < 0 || n > maxInteger || strconv.FormatInt(n, 10) != size {
		return bad("its size is not a plain decimal number")
	}
	hash, err := base64.StdEncoding.Strict().DecodeString(root)
	if err != nil || len(hash) != tlog.HashSize {
		return bad("its root is not base64 of 32 bytes")
	}
	c := &Checkpoint{Origin: origin, Tree: tlog.Tree{N: n}}
	copy(c.Tree.Hash[:], hash)
	return c, nil
}

// everySignature looks at each line again, since package note skips what it need not check for its own purpose: it
// verifies only the first signature of a key, and takes base64 with stray bits in its last character. It returns the
// cosigners, each with its latest time.
func everySignature(msg []byte, path string, known keyring, text string) ([]Cosigner, error) {
	var cosigners []Cosigner
	block := strings.TrimSuffix(string(msg[len(text)+1:]), "\n")
	for _, line := range strings.Split(block, "\n") {
		fields := strings.Split(line, " ") // "—", name, base64: package note has seen that there are three
		name := fields[1]
		sig, err := base64.StdEncoding.Strict().DecodeString(fields[2])
		if err != nil {
			return nil, found(BadCheckpoint, path, wholeFile, "the signature line of %s is not base64", name)
		}
		k := known.find(name, binary.BigEndian.Uint32(sig))
		if k == nil {
			continue
		}
		if !k.Verify([]byte(text), sig[4:]) {
			return nil, found(BadSignature, path, wholeFile, "a signature of %s does not verify", name)
		}
		if k.kind == typeCosignature {
			time, _ := k.cosigned([]byte(text), sig[4:])
			cosigners = addCosigner(cosigners, Cosigner{name, time})
		}
	}
	return cosigners, nil
}

func addCosigner(cosigners []Cosigner, c Cosigner) []Cosigner {
	for i, other := range cosigners {
		if other.Name == c.Name {
			if c.Time > other.Time {
				cosigners[i] = c
			}
			return cosigners
		}
	}
	return append(cosigners, c)
}

func hasSignature(n *note.Note, k *key) bool {
	for _, sig := range n.Sigs {
		if sig.Name == k.name && sig.Hash == k.id {
			return true
		}
	}
	return false
}

func noteFinding(err error, path string) *Finding {
	var unverified *note.UnverifiedNoteError
	var invalid *note.InvalidSignatureError
	switch {
	case errors.As(err, &unverified):
		return found(BadSignature, path, wholeFile, "no known key has signed it")
	case errors.As(err, &invalid):
		return found(BadSignature, path, wholeFile, "the signature of %s does not verify", invalid.Name)
	default:
		return found(BadCheckpoint, path, wholeFile, "it is not a signed note")
	}
}

// A keyring is the known keys, as package note asks for them.
type keyring []*key

func (r keyring) find(name string, id uint32) *key {
	for _, k := range r {
		if k.name == name && k.id == id {
			return k
		}
	}
	return nil
}

func (r keyring) Verifier(name string, id uint32) (note.Verifier, error) {
	if k := r.find(name, id); k != nil {
		return k, nil
	}
	return nil, &note.UnknownVerifierError{Name: name, KeyHash: id}
}
