package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/tlog"
)

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

// pathOf names the file that readTile takes for a tile.
func (f folder) pathOf(t tlog.Tile) string {
	_, there, _ := f.readTile(t)
	return tilePath(there)
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
