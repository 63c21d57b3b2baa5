package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"

	"golang.org/x/mod/sumdb/tlog"
)

// readBundle gives the entries of a bundle that the tree holds: as many as the bundle is wide.
//
// A static host may have stored a bundle as gzip, and nothing in the file says so: one whose first entry has 8,075 bytes
// begins as gzip does. So it is read as it is first, and unpacked only where it is no bundle. Otherwise someone could
// submit an entry that is both, and have a good log refused.
func (f folder) readBundle(bundle tlog.Tile) ([][]byte, error) {
	data, there, err := f.readTile(bundle)
	if err != nil {
		return nil, err
	}
	entries, err := entriesOf(there, data)
	if err != nil {
		if plain, ok := gunzip(data); ok {
			entries, err = entriesOf(there, plain)
		}
	}
	if err != nil {
		return nil, err
	}
	return entries[:bundle.W], nil
}

// entriesOf cuts a bundle into its entries: each behind its length, a big-endian uint16.
func entriesOf(t tlog.Tile, data []byte) ([][]byte, error) {
	entries := make([][]byte, 0, t.W)
	for len(data) > 0 {
		at := t.N*tileWidth + int64(len(entries))
		if len(entries) == t.W {
			return nil, found(BadEntry, tilePath(t), wholeFile, "%d bytes follow its %d entries", len(data), t.W)
		}
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return nil, found(BadEntry, tilePath(t), at, "the file ends within entry %d", at)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:end])
		data = data[end:]
	}
	if len(entries) != t.W {
		return nil, found(BadEntry, tilePath(t), wholeFile, "it has %d entries, its place has %d", len(entries), t.W)
	}
	return entries, nil
}

// gunzip undoes the compression that a static host may have stored with a bundle; false where the bytes are not one
// gzip member from end to end (browsers read no more than one), or come to more than a bundle can hold.
func gunzip(data []byte) ([]byte, bool) {
	packed := bytes.NewReader(data)
	reader, err := gzip.NewReader(packed)
	if err != nil {
		return nil, false
	}
	reader.Multistream(false)
	plain, err := io.ReadAll(io.LimitReader(reader, maxBundle+1))
	return plain, err == nil && len(plain) <= maxBundle && packed.Len() == 0
}
