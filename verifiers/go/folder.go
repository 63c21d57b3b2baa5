package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// C2SP tlog-tiles fixes the height of a tile; a bundle of entries is level −1 in package tlog.
const (
	tileHeight  = 8
	tileWidth   = 1 << tileHeight
	bundleLevel = -1
)

// tilePath is C2SP's path of a tile or bundle: package tlog's without the height, and "entries" for "data".
//
//	tile/0/x001/x234/067   tile/1/000.p/17   tile/entries/000.p/112
func tilePath(t tlog.Tile) string {
	rest := strings.TrimPrefix(t.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	return "tile/" + strings.Replace(rest, "data/", "entries/", 1)
}

// parsePath is the inverse of tilePath.
func parsePath(path string) (tlog.Tile, bool) {
	rest := strings.TrimPrefix(path, "tile/")
	if strings.HasPrefix(rest, "entries/") {
		rest = "data/" + strings.TrimPrefix(rest, "entries/")
	} else if strings.HasPrefix(rest, "data/") {
		return tlog.Tile{}, false
	}
	t, err := tlog.ParseTilePath(fmt.Sprintf("tile/%d/%s", tileHeight, rest))
	return t, err == nil && t.L <= 63 && tilePath(t) == path
}

// hashesAt is how many whole subtrees of 256^level entries a tree of this size holds: the hashes of that level.
func hashesAt(size int64, level int) int64 {
	if level < 0 {
		level = 0 // bundles are cut as the leaf hashes are
	}
	if tileHeight*level >= 63 {
		return 0
	}
	return size >> (tileHeight * level)
}

// tilesOf names the tiles of one level that a checkpoint of this size requires: the last one may be partial.
func tilesOf(size int64, level int) func(visit func(tlog.Tile) error) error {
	return func(visit func(tlog.Tile) error) error {
		hashes := hashesAt(size, level)
		for n := int64(0); n*tileWidth < hashes; n++ {
			width := hashes - n*tileWidth
			if width > tileWidth {
				width = tileWidth
			}
			if err := visit(tlog.Tile{H: tileHeight, L: level, N: n, W: int(width)}); err != nil {
				return err
			}
		}
		return nil
	}
}

// A folder is a log's files.
type folder struct{ root string }

func (f folder) read(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.root, filepath.FromSlash(path)))
}

// readTile gives the bytes of a tile or bundle and the tile that they are of: the full one where the partial one has
// been deleted, as the specification allows.
func (f folder) readTile(t tlog.Tile) ([]byte, tlog.Tile, error) {
	data, err := f.read(tilePath(t))
	if !errors.Is(err, fs.ErrNotExist) {
		return data, t, err
	}
	full := t
	full.W = tileWidth
	if data, err = f.read(tilePath(full)); errors.Is(err, fs.ErrNotExist) {
		return nil, t, found(Missing, tilePath(t), wholeFile, "a log of this size has it; restore it from another copy")
	}
	return data, full, err
}

// files lists every file under tile/, in order of its path.
func (f folder) files() ([]string, error) {
	var paths []string
	top := filepath.Join(f.root, "tile")
	err := filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			relative, err := filepath.Rel(f.root, path)
			if err != nil {
				return err
			}
			paths = append(paths, filepath.ToSlash(relative))
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return paths, err
}

// hashesOf cuts a tile into its hashes.
func hashesOf(t tlog.Tile, data []byte) ([]tlog.Hash, error) {
	if len(data) != t.W*tlog.HashSize {
		return nil, found(BadTile, tilePath(t), wholeFile, "it has %d bytes, %d hashes have %d", len(data), t.W, t.W*tlog.HashSize)
	}
	hashes := make([]tlog.Hash, t.W)
	for i := range hashes {
		copy(hashes[i][:], data[i*tlog.HashSize:])
	}
	return hashes, nil
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
