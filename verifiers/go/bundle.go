package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"

	"golang.org/x/mod/sumdb/tlog"
)

// readBundle gives the entries of a bundle that the tree holds: as many as the bundle is wide.
func (f folder) readBundle(bundle tlog.Tile) ([][]byte, error) {
	data, there, err := f.readTile(bundle)
	if err != nil {
		return nil, err
	}
	entries, err := entriesOf(there, data)
	if plain, ok := gunzip(data); ok {
		entries, err = f.pickReading(there, entries, err, plain)
	}
	if err != nil {
		return nil, err
	}
	return entries[:bundle.W], nil
}

// pickReading settles a bundle that is gzip. Nothing in the file says whether it is meant so: a first entry of 8,075
// bytes begins as gzip does, and someone may submit entries that make the whole a bundle both ways. The leaf hashes
// in the tile decide then.
func (f folder) pickReading(bundle tlog.Tile, asItIs [][]byte, asItIsErr error, plain []byte) ([][]byte, error) {
	unpacked, err := entriesOf(bundle, plain)
	if asItIsErr != nil {
		return unpacked, err
	}
	if err != nil {
		return asItIs, nil
	}
	tile, _, tileErr := f.readTile(tlog.Tile{H: tileHeight, L: 0, N: bundle.N, W: bundle.W})
	if leaf := tlog.RecordHash(asItIs[0]); tileErr == nil && bytes.HasPrefix(tile, leaf[:]) {
		return asItIs, nil
	}
	return unpacked, nil
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

// gunzip undoes the compression that a static host may have stored with a bundle; false where the bytes are not
// wholly gzip, or come to more than a bundle can hold.
func gunzip(data []byte) ([]byte, bool) {
	reader, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	plain, err := io.ReadAll(io.LimitReader(reader, maxBundle+1))
	return plain, err == nil && len(plain) <= maxBundle
}
