package main

import (
	"bytes"
	"compress/gzip"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
)

func TestTilePaths(t *testing.T) {
	for path, tile := range map[string]tlog.Tile{
		"tile/0/x001/x234/067":   {H: 8, L: 0, N: 1234067, W: 256},
		"tile/1/000.p/17":        {H: 8, L: 1, N: 0, W: 17},
		"tile/63/000.p/255":      {H: 8, L: 63, N: 0, W: 255},
		"tile/entries/273.p/112": {H: 8, L: -1, N: 273, W: 112},
	} {
		if got := tilePath(tile); got != path {
			t.Errorf("tilePath(%v) = %s", tile, got)
		}
		if got, ok := parsePath(path); !ok || got != tile {
			t.Errorf("parsePath(%s) = %v, %v", path, got, ok)
		}
	}
	for _, path := range []string{
		"tile/0/000.p/256", "tile/0/000.p/0", "tile/0/000.p/01", "tile/00/000", "tile/64/000", "tile/data/000",
		"tile/0/x000/001", "tile/0/1", "tile/0/x001", "tile/-1/000", "tile/0/000.p", "tile/0/000/x", "other/0/000",
	} {
		if tile, ok := parsePath(path); ok {
			t.Errorf("parsePath(%s) = %v", path, tile)
		}
	}
}

// The example of C2SP tlog-tiles: a log of 70,000 entries.
func TestTilesOfALog(t *testing.T) {
	var paths []string
	eachTile(70_000, func(tile tlog.Tile) error {
		if tile.W < tileWidth || tile.L > 0 {
			paths = append(paths, tilePath(tile))
		}
		return nil
	})
	want := []string{"tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"}
	if len(paths) != len(want) {
		t.Fatalf("%v, want %v", paths, want)
	}
	for i := range want {
		if paths[i] != want[i] {
			t.Errorf("%v, want %v", paths, want)
		}
	}
}

func TestGunzip(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte("entries"))
	w.Close()
	if plain, ok := gunzip(packed.Bytes()); !ok || string(plain) != "entries" {
		t.Errorf("gunzip = %q, %v", plain, ok)
	}
	for name, bad := range map[string][]byte{
		"cut short":     packed.Bytes()[:packed.Len()-1],
		"with more":     append(append([]byte{}, packed.Bytes()...), 0),
		"two members":   append(append([]byte{}, packed.Bytes()...), packed.Bytes()...),
		"not gzip":      []byte("entries"),
		"nothing":       nil,
		"a larger bomb": bomb(),
	} {
		if _, ok := gunzip(bad); ok {
			t.Errorf("accepted: %s", name)
		}
	}
}

func bomb() []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(make([]byte, maxBundle+1))
	w.Close()
	return packed.Bytes()
}
