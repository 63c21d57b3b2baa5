package main

import (
	"crypto/sha256"

	"golang.org/x/mod/sumdb/tlog"
)

// A tree is every hash of a log, recomputed from its entries, in the storage order of package tlog.
type tree struct {
	size   int64
	hashes []tlog.Hash
}

// buildTree hashes every entry of a log of this size.
func buildTree(f folder, size int64) (*tree, error) {
	t := &tree{}
	return t, eachTileOf(size, bundleLevel, func(bundle tlog.Tile) error {
		entries, err := f.readBundle(bundle)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			added, err := tlog.StoredHashes(t.size, entry, t)
			if err != nil {
				return err
			}
			t.hashes = append(t.hashes, added...)
			t.size++
		}
		return nil
	})
}

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = t.hashes[index]
	}
	return hashes, nil
}

// hashAt is hash i of a level of tiles.
func (t *tree) hashAt(level int, i int64) tlog.Hash {
	return t.hashes[tlog.StoredHashIndex(tileHeight*level, i)]
}

// rootAt is the root that the hashes make at a size. Package tlog leaves the empty tree to its callers.
func rootAt(size int64, hashes tlog.HashReader) tlog.Hash {
	if size == 0 {
		return emptyRoot
	}
	root, err := tlog.TreeHash(size, hashes)
	if err != nil {
		panic(err) // every hash below this size is at hand
	}
	return root
}

// emptyRoot is SHA-256 of nothing (RFC 6962 §2.1).
var emptyRoot = tlog.Hash(sha256.Sum256(nil))
