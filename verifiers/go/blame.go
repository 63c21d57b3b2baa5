package main

import (
	"golang.org/x/mod/sumdb/tlog"
)

// blame says which file is at fault where the entries do not make the signed root. The stored tiles are a second
// account of the tree: those at its right edge make the root, and each full tile makes one hash of the tile above. So
// the first tile that fails below good ones is wrong, and where none fails, the first entry that its tile does not
// hold.
//
// It does this itself: tlog.TileHashReader (x/mod 0.7) leaves the first few tiles below the right edge unchecked
// where one tile at that edge holds several of the subtrees that make the root.
func (t *tree) blame(f folder, signed tlog.Tree) error {
	stored, err := f.readTiles(t.size)
	if err != nil {
		return err
	}
	if rootAt(t.size, stored) != signed.Hash {
		return found(WrongRoot, checkpointPath, wholeFile, "neither the entries nor the tiles make the signed root")
	}
	if tile, wrong := stored.wrongTile(); wrong {
		return found(BadTile, f.pathOf(tile), wholeFile, "the tile is not the one under the signed root, and neither are its entries")
	}
	if n, differs := t.firstOther(stored); differs {
		bundle := tlog.Tile{H: tileHeight, L: bundleLevel, N: n / tileWidth, W: widthOf(t.size, bundleLevel, n/tileWidth)}
		return found(BadEntry, f.pathOf(bundle), n, "entry %d is not the one under the signed root", n)
	}
	panic("two trees have the same leaves and different roots")
}

// firstOther is the first entry whose hash is not the leaf in the tiles.
func (t *tree) firstOther(stored *storedTree) (n int64, differs bool) {
	for n := int64(0); n < t.size; n++ {
		if t.hashAt(0, n) != stored.hash(0, n) {
			return n, true
		}
	}
	return 0, false
}

// A storedTree is the tiles of a folder, none of them to be believed yet.
type storedTree struct {
	size  int64
	tiles map[tlog.Tile][]byte
}

// readTiles reads every tile that a log of this size has.
func (f folder) readTiles(size int64) (*storedTree, error) {
	stored := &storedTree{size, map[tlog.Tile][]byte{}}
	return stored, eachTile(size, func(tile tlog.Tile) error {
		data, there, err := f.readTile(tile)
		if err != nil {
			return err
		}
		if _, err := hashesOf(there, data); err != nil {
			return err
		}
		stored.tiles[tile] = data
		return nil
	})
}

func (s *storedTree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		tile := tlog.TileForIndex(tileHeight, index)
		tile.W = widthOf(s.size, tile.L, tile.N)
		hash, err := tlog.HashFromTile(tile, s.tiles[tile], index)
		if err != nil {
			return nil, err
		}
		hashes[i] = hash
	}
	return hashes, nil
}

// hash is hash n of a level of the tree.
func (s *storedTree) hash(level int, n int64) tlog.Hash {
	hashes, err := s.ReadHashes([]int64{tlog.StoredHashIndex(level, n)})
	if err != nil {
		panic(err) // every tile of the tree was read, in full length
	}
	return hashes[0]
}

// wrongTile is the first full tile, from the top downward, that does not make its hash in the tile above.
func (s *storedTree) wrongTile() (tile tlog.Tile, wrong bool) {
	top := 0
	for hashesAt(s.size, top+1) > 0 {
		top++
	}
	for level := top - 1; level >= 0; level-- {
		parents := tileHeight * (level + 1)
		for n := int64(0); n < hashesAt(s.size, level+1); n++ {
			made := tlog.NodeHash(s.hash(parents-1, 2*n), s.hash(parents-1, 2*n+1))
			if made != s.hash(parents, n) {
				return tlog.Tile{H: tileHeight, L: level, N: n, W: tileWidth}, true
			}
		}
	}
	return tile, false
}
