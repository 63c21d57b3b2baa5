package main

import (
	"fmt"
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

// widthOf is how wide tile n of a level is in a tree of this size: the last one may be partial.
func widthOf(size int64, level int, n int64) int {
	if width := hashesAt(size, level) - n*tileWidth; width < tileWidth {
		return int(width)
	}
	return tileWidth
}

// eachTileOf visits the tiles of one level that a tree of this size has.
func eachTileOf(size int64, level int, visit func(tlog.Tile) error) error {
	for n := int64(0); n*tileWidth < hashesAt(size, level); n++ {
		if err := visit(tlog.Tile{H: tileHeight, L: level, N: n, W: widthOf(size, level, n)}); err != nil {
			return err
		}
	}
	return nil
}

// eachTile visits all tiles of hashes that a tree of this size has, from the leaves upward.
func eachTile(size int64, visit func(tlog.Tile) error) error {
	for level := 0; hashesAt(size, level) > 0; level++ {
		if err := eachTileOf(size, level, visit); err != nil {
			return err
		}
	}
	return nil
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
