package main

import (
	"errors"
	"io/fs"

	"golang.org/x/mod/sumdb/tlog"
)

// blame says which file is at fault where the entries do not make the signed root. The stored tiles are a second
// witness: package tlog's reader authenticates them from the root downward, so the first tile that fails below good
// ones is wrong, and where none fails, the first entry that its tile does not hold.
func (t *tree) blame(f folder, signed tlog.Tree) error {
	if err := t.eachTile(func(tile tlog.Tile) error { return wholeTile(f, tile) }); err != nil {
		return err
	}
	if t.size == 0 {
		return found(WrongRoot, checkpointPath, wholeFile, "the root of a log without entries is another")
	}
	tiles := tlog.TileHashReader(signed, &storedTiles{folder: f})
	if _, err := tlog.TreeHash(t.size, tiles); err != nil {
		return wrongAtTheTop(err)
	}
	top := 0
	for hashesAt(t.size, top+1) > 0 {
		top++
	}
	for level := top; level >= 0; level-- {
		if err := tilesOf(t.size, level)(func(tile tlog.Tile) error { return authentic(tiles, tile) }); err != nil {
			return err
		}
	}
	return t.firstOtherEntry(tiles)
}

// wholeTile refuses a tile that is missing or has the wrong length.
func wholeTile(f folder, tile tlog.Tile) error {
	data, there, err := f.readTile(tile)
	if err != nil {
		return err
	}
	_, err = hashesOf(there, data)
	return err
}

func wrongAtTheTop(err error) error {
	if mustRun(err) != nil {
		return err
	}
	return found(WrongRoot, checkpointPath, wholeFile, "neither the entries nor the tiles make the signed root")
}

// authentic asks for the first hash of a tile: package tlog checks the whole tile against its parent for it.
func authentic(tiles tlog.HashReader, tile tlog.Tile) error {
	first := tlog.StoredHashIndex(tileHeight*tile.L, tile.N*tileWidth)
	if _, err := tiles.ReadHashes([]int64{first}); err != nil {
		if mustRun(err) != nil {
			return err
		}
		return found(BadTile, tilePath(tile), wholeFile, "the tile is not the one under the signed root, and neither are its entries")
	}
	return nil
}

// firstOtherEntry finds the entry that differs from the authentic tiles.
func (t *tree) firstOtherEntry(tiles tlog.HashReader) error {
	return tilesOf(t.size, 0)(func(tile tlog.Tile) error {
		indexes := make([]int64, tile.W)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, tile.N*tileWidth+int64(i))
		}
		hashes, err := tiles.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, hash := range hashes {
			n := tile.N*tileWidth + int64(i)
			if hash != t.hashAt(0, n) {
				bundle := tile
				bundle.L = bundleLevel
				return found(BadEntry, tilePath(bundle), n, "entry %d is not the one under the signed root", n)
			}
		}
		return nil
	})
}

// storedTiles hands the tiles of a folder to package tlog.
type storedTiles struct{ folder folder }

func (s *storedTiles) Height() int { return tileHeight }

func (s *storedTiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (s *storedTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, _, err := s.folder.readTile(tile)
		if err != nil {
			return nil, err
		}
		all[i] = data[:tile.W*tlog.HashSize]
	}
	return all, nil
}

// mustRun keeps the errors of reading apart from package tlog's verdicts.
func mustRun(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return err
	}
	return nil
}
