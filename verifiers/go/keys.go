package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// The signature types of C2SP signed-note that this verifier knows.
const (
	typeEd25519     = 0x01
	typeCosignature = 0x04
)

// A key is a public key with the name that stands beside its signatures. It is a note.Verifier.
type key struct {
	name   string
	id     uint32
	kind   byte
	public ed25519.PublicKey
}

func (k *key) Name() string    { return k.name }
func (k *key) KeyHash() uint32 { return k.id }

func (k *key) Verify(text, sig []byte) bool {
	if k.kind == typeCosignature {
		_, ok := k.cosigned(text, sig)
		return ok
	}
	return verifyStrict(k.public, text, sig)
}

// cosigned verifies a timestamped signature, a big-endian uint64 of seconds and 64 bytes of Ed25519, over the text
// behind a header that holds the same time (C2SP tlog-cosignature).
func (k *key) cosigned(text, sig []byte) (time uint64, ok bool) {
	if len(sig) != 8+ed25519.SignatureSize {
		return 0, false
	}
	time = binary.BigEndian.Uint64(sig)
	signed := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), text...)
	return time, time <= maxInteger && verifyStrict(k.public, signed, sig[8:])
}

// parseKey reads "name+id+base64(type, key)". What a name may be is left to package note; it knows type 01 only, so a
// cosigner's key is shown to it under that type.
func parseKey(vkey string, kind byte) (*key, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("%q is not a public key: wanted name+id+base64", vkey)
	}
	name, hexID := parts[0], parts[1]
	raw, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(raw) != 1+ed25519.PublicKeySize {
		return nil, fmt.Errorf("%q is not a public key: its last part is not base64 of 33 bytes", vkey)
	}
	if raw[0] != kind {
		return nil, fmt.Errorf("%q is a key of type %02x, wanted %02x", vkey, raw[0], kind)
	}
	asEd25519, err := note.NewEd25519VerifierKey(name, raw[1:])
	if err != nil {
		return nil, err
	}
	if _, err := note.NewVerifier(asEd25519); err != nil {
		return nil, fmt.Errorf("%q is not a public key: %v", vkey, err)
	}
	id, err := strconv.ParseUint(hexID, 16, 32)
	if err != nil || hexID != fmt.Sprintf("%08x", id) {
		return nil, fmt.Errorf("%q is not a public key: its ID is not eight hexadecimal digits", vkey)
	}
	sum := sha256.Sum256([]byte(name + "\n" + string(raw)))
	if want := binary.BigEndian.Uint32(sum[:]); uint32(id) != want {
		return nil, fmt.Errorf("%q has ID %08x, its name and key make %08x: was it copied whole?", vkey, id, want)
	}
	if !goodKey(raw[1:]) {
		return nil, fmt.Errorf("%q is a weak key: not canonical, or of small order", vkey)
	}
	return &key{name, uint32(id), kind, raw[1:]}, nil
}
