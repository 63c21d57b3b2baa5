package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/tlog"
)

// verifyFolder checks the log in a folder. Its error is a *Finding where something is wrong with the log, any other
// where the check could not run; the report holds what was learnt until then.
func verifyFolder(o options) (*Report, error) {
	report := &Report{Cosigners: []Cosigner{}, NotCovered: []string{}}
	log, cosigners, err := parseKeys(o)
	if err != nil {
		return report, err
	}
	f := folder{o.folder}
	if info, err := os.Stat(o.folder); err != nil || !info.IsDir() {
		return report, fmt.Errorf("%s is not a folder that can be read", o.folder)
	}

	msg, err := f.read(checkpointPath)
	if errors.Is(err, fs.ErrNotExist) {
		return report, found(Missing, checkpointPath, wholeFile, "there is no checkpoint: is this the folder of a log?")
	} else if err != nil {
		return report, err
	}
	c, err := openCheckpoint(msg, checkpointPath, log, cosigners)
	if err != nil {
		return report, err
	}
	report.Origin, report.Size = c.Origin, c.Tree.N
	report.Root = base64.StdEncoding.EncodeToString(c.Tree.Hash[:])
	report.Cosigners = append(report.Cosigners, c.Cosigners...)
	if len(c.Cosigners) < o.quorum {
		return report, found(NoQuorum, checkpointPath, wholeFile, "%d of the cosigners named have signed it, %d are wanted", len(c.Cosigners), o.quorum)
	}

	t, err := buildTree(f, c.Tree.N)
	if err != nil {
		return report, err
	}
	if err := t.checkTiles(f, c.Tree); err != nil {
		return report, err
	}
	if report.NotCovered, err = t.checkOtherFiles(f); err != nil {
		return report, err
	}
	if o.exact && len(report.NotCovered) > 0 {
		return report, found(NotInThisTree, report.NotCovered[0], wholeFile, "a log of %d entries has no such file", t.size)
	}
	return report, t.checkOlds(o.olds, log)
}

func parseKeys(o options) (log *key, cosigners []*key, err error) {
	if log, err = parseKey(o.vkey, typeEd25519); err != nil {
		return nil, nil, err
	}
	for _, vkey := range o.cosigners {
		cosigner, err := parseKey(vkey, typeCosignature)
		if err != nil {
			return nil, nil, err
		}
		if keyring(cosigners).find(cosigner.name, cosigner.id) != nil {
			return nil, nil, fmt.Errorf("the cosigner %s is given twice", cosigner.name)
		}
		cosigners = append(cosigners, cosigner)
	}
	return log, cosigners, nil
}

// A tree is every hash of a log, recomputed from its entries, in the storage order of package tlog.
type tree struct {
	size   int64
	hashes []tlog.Hash
}

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = t.hashes[index]
	}
	return hashes, nil
}

// root is the root at a size up to the tree's own. Package tlog leaves the empty tree to its callers.
func (t *tree) root(size int64) tlog.Hash {
	if size == 0 {
		return emptyRoot
	}
	root, err := tlog.TreeHash(size, t)
	if err != nil {
		panic(err) // ReadHashes never fails
	}
	return root
}

// hashAt is hash i of a level of tiles.
func (t *tree) hashAt(level int, i int64) tlog.Hash {
	return t.hashes[tlog.StoredHashIndex(tileHeight*level, i)]
}

// emptyRoot is SHA-256 of nothing (RFC 6962 §2.1).
var emptyRoot = tlog.Hash{
	0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
	0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
}

// buildTree hashes every entry of a log of this size.
func buildTree(f folder, size int64) (*tree, error) {
	t := &tree{}
	err := tilesOf(size, bundleLevel)(func(bundle tlog.Tile) error {
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
	return t, err
}

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
	if asItIsErr != nil || err != nil {
		if err == nil {
			return unpacked, nil
		}
		return asItIs, asItIsErr
	}
	tile, _, tileErr := f.readTile(tlog.Tile{H: tileHeight, L: 0, N: bundle.N, W: bundle.W})
	if leaf := tlog.RecordHash(asItIs[0]); tileErr == nil && bytes.HasPrefix(tile, leaf[:]) {
		return asItIs, nil
	}
	return unpacked, nil
}

// checkTiles compares every tile with the entries and the entries with the signed root, and says which is wrong.
func (t *tree) checkTiles(f folder, signed tlog.Tree) error {
	root := t.root(t.size)
	if root == signed.Hash {
		return t.eachTile(func(tile tlog.Tile) error { return t.checkTile(f, tile) })
	}
	return t.blame(f, signed)
}

func (t *tree) eachTile(visit func(tlog.Tile) error) error {
	for level := 0; hashesAt(t.size, level) > 0; level++ {
		if err := tilesOf(t.size, level)(visit); err != nil {
			return err
		}
	}
	return nil
}

// checkTile compares a tile that the checkpoint requires with the entries.
func (t *tree) checkTile(f folder, tile tlog.Tile) error {
	data, there, err := f.readTile(tile)
	if err != nil {
		return err
	}
	hashes, err := hashesOf(there, data)
	if err != nil {
		return err
	}
	return t.compareTile(there, hashes)
}

// compareTile compares those hashes of a tile that lie within the tree.
func (t *tree) compareTile(tile tlog.Tile, hashes []tlog.Hash) error {
	for i, hash := range hashes {
		n := tile.N*tileWidth + int64(i)
		if n < hashesAt(t.size, tile.L) && hash != t.hashAt(tile.L, n) {
			return found(BadTile, tilePath(tile), int64(i), "hash %d of the tile is not what the entries make it", i)
		}
	}
	return nil
}

// checkOtherFiles compares what else lies under tile/ with the tree as far as it reaches: the partial tiles of
// earlier sizes wholly, tiles of a later size in the part that is covered. It lists what is not covered at all: a log
// writes its next tiles before it signs for them, so that these are no fault.
func (t *tree) checkOtherFiles(f folder) (notCovered []string, err error) {
	notCovered = []string{}
	required := map[string]bool{}
	note := func(tile tlog.Tile) error { required[tilePath(tile)] = true; return nil }
	tilesOf(t.size, bundleLevel)(note)
	t.eachTile(note)

	paths, err := f.files()
	for _, path := range paths {
		if required[path] {
			continue
		}
		tile, ok := parsePath(path)
		start, end := tile.N*tileWidth, tile.N*tileWidth+int64(tile.W)
		if !ok || end > hashesAt(t.size, tile.L) {
			notCovered = append(notCovered, path)
		}
		if !ok || start >= hashesAt(t.size, tile.L) {
			continue
		}
		if tile.L == bundleLevel {
			err = t.compareBundle(f, tile)
		} else {
			err = t.checkTile(f, tile)
		}
		if err != nil {
			return notCovered, err
		}
	}
	return notCovered, err
}

// compareBundle compares those entries of a bundle that lie within the tree.
func (t *tree) compareBundle(f folder, bundle tlog.Tile) error {
	entries, err := f.readBundle(bundle)
	if err != nil {
		return err
	}
	for i, entry := range entries {
		n := bundle.N*tileWidth + int64(i)
		if n < t.size && tlog.RecordHash(entry) != t.hashAt(0, n) {
			return found(BadEntry, tilePath(bundle), n, "entry %d is another in the tree", n)
		}
	}
	return nil
}

// checkOlds requires of each earlier checkpoint that the log extends it.
func (t *tree) checkOlds(paths []string, log *key) error {
	for _, path := range paths {
		msg, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		old, err := openCheckpoint(msg, filepath.Base(path), log, nil)
		if err != nil {
			return err
		}
		if old.Tree.N > t.size {
			return found(Inconsistent, filepath.Base(path), wholeFile, "it has %d entries, the log has only %d: entries were taken away, or this copy is old", old.Tree.N, t.size)
		}
		if t.root(old.Tree.N) != old.Tree.Hash {
			return found(Inconsistent, filepath.Base(path), wholeFile, "the log does not extend it: at %d entries its root is another. Keep both checkpoints: together they prove a fork", old.Tree.N)
		}
	}
	return nil
}
