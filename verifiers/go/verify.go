package main

import (
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

// checkTiles compares every tile with the entries and the entries with the signed root, and says which is wrong.
func (t *tree) checkTiles(f folder, signed tlog.Tree) error {
	if rootAt(t.size, t) == signed.Hash {
		return eachTile(t.size, func(tile tlog.Tile) error { return t.checkTile(f, tile) })
	}
	return t.blame(f, signed)
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

// checkOtherFiles compares what else lies under tile/ and wholly within the tree: the partial tiles of earlier sizes.
// It lists all other files as not covered: a log writes its next tiles before it signs for them, so those are no fault.
func (t *tree) checkOtherFiles(f folder) (notCovered []string, err error) {
	notCovered = []string{}
	required := map[string]bool{}
	note := func(tile tlog.Tile) error { required[tilePath(tile)] = true; return nil }
	eachTileOf(t.size, bundleLevel, note)
	eachTile(t.size, note)

	paths, err := f.files()
	for _, path := range paths {
		tile, ok := parsePath(path)
		switch {
		case required[path]:
		case !ok || !withinTree(tile, t.size):
			notCovered = append(notCovered, path)
		case tile.L == bundleLevel:
			err = t.checkBundle(f, tile)
		default:
			err = t.checkTile(f, tile)
		}
		if err != nil {
			return notCovered, err
		}
	}
	return notCovered, err
}

// withinTree says whether each hash of a tile is one of a tree of this size. Divided, since n times 256 may overflow.
func withinTree(tile tlog.Tile, size int64) bool {
	hashes := hashesAt(size, tile.L)
	return tile.N < (hashes+tileWidth-1)/tileWidth && tile.N*tileWidth+int64(tile.W) <= hashes
}

// checkBundle compares a bundle that lies within the tree.
func (t *tree) checkBundle(f folder, bundle tlog.Tile) error {
	entries, err := f.readBundle(bundle)
	if err != nil {
		return err
	}
	for i, entry := range entries {
		n := bundle.N*tileWidth + int64(i)
		if tlog.RecordHash(entry) != t.hashAt(0, n) {
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
		if rootAt(old.Tree.N, t) != old.Tree.Hash {
			return found(Inconsistent, filepath.Base(path), wholeFile, "the log does not extend it: at %d entries its root is another. Keep both checkpoints: together they prove a fork", old.Tree.N)
		}
	}
	return nil
}
