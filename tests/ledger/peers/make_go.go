// What golang.org/x/mod/sumdb says of the entries "entry 0", "entry 1" and so on.
// See README.md for how it is run. Prints JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proof struct {
	A    int64    `json:"a"`
	B    int64    `json:"b"`
	Path []string `json:"path"`
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func hex(hashes []tlog.Hash) []string {
	out := []string{}
	for _, h := range hashes {
		out = append(out, fmt.Sprintf("%x", h[:]))
	}
	return out
}

const size = 70000

func main() {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			out[i] = stored[index]
		}
		return out, nil
	})
	for n := int64(0); n < size; n++ {
		stored = append(stored, must(tlog.StoredHashes(n, fmt.Appendf(nil, "entry %d", n), reader))...)
	}
	if len(os.Args) > 1 {
		readPublished(os.Args[1], os.Args[2])
		return
	}
	roots := map[string]string{}
	for _, n := range []int64{1, 2, 3, 7, 255, 256, 257, 511, 512, 700, 65535, 65536, 65537, 70000} {
		root := must(tlog.TreeHash(n, reader))
		roots[fmt.Sprint(n)] = fmt.Sprintf("%x", root[:])
	}
	inclusions, consistencies := []proof{}, []proof{}
	for _, p := range [][2]int64{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {6, 7}, {0, 257}, {256, 257}, {255, 512}, {300, 700}, {699, 700}, {0, 70000}, {65535, 65537}, {65536, 65537}, {69999, 70000}, {12345, 70000}} {
		inclusions = append(inclusions, proof{p[0], p[1], hex(must(tlog.ProveRecord(p[1], p[0], reader)))})
	}
	for _, p := range [][2]int64{{1, 2}, {1, 3}, {2, 3}, {3, 7}, {4, 7}, {6, 7}, {255, 256}, {256, 257}, {257, 512}, {256, 700}, {699, 700}, {1, 70000}, {65536, 70000}, {65535, 65537}, {69999, 70000}, {12345, 70000}} {
		consistencies = append(consistencies, proof{p[0], p[1], hex(must(tlog.ProveTree(p[1], p[0], reader)))})
	}
	signer := must(note.NewSigner("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
	root := must(tlog.TreeHash(size, reader))
	text := fmt.Sprintf("PeterNeumann\n%d\n%s\n", size, root)
	signed := must(note.Sign(&note.Note{Text: text}, signer))
	out := map[string]any{"made_by": "golang.org/x/mod/sumdb as vendored in " + runtime.Version(), "roots": roots, "inclusions": inclusions, "consistencies": consistencies, "checkpoint": string(signed)}
	os.Stdout.Write(append(must(json.MarshalIndent(out, "", " ")), '\n'))
}

type folder string

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	out := [][]byte{}
	for _, tile := range tiles {
		// Go writes the height into the address; C2SP, whose height is always 8, does not.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		out = append(out, data)
	}
	return out, nil
}

// readPublished reads a log that we published, as a Go client would, and proves from its tiles.
func readPublished(dir, vkey string) {
	verifier := must(note.NewVerifier(vkey))
	opened := must(note.Open(must(os.ReadFile(filepath.Join(dir, "checkpoint"))), note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	root := must(tlog.ParseHash(lines[2]))
	var n int64
	must(fmt.Sscan(lines[1], &n))
	tree := tlog.Tree{N: n, Hash: root}
	reader := tlog.TileHashReader(tree, folder(dir))
	accepted := 0
	for index := int64(0); index < n; index += 7 {
		leaf := tlog.RecordHash(fmt.Appendf(nil, "entry %d", index))
		path := must(tlog.ProveRecord(n, index, reader))
		must(0, tlog.CheckRecord(path, n, root, index, leaf))
		accepted++
	}
	for old := int64(1); old < n; old += 101 {
		oldRoot := must(tlog.TreeHash(old, reader))
		must(0, tlog.CheckTree(must(tlog.ProveTree(n, old, reader)), n, root, old, oldRoot))
		accepted++
	}
	fmt.Printf("checkpoint of %d entries signed by %s, %d proofs from its tiles accepted\n", n, opened.Sigs[0].Name, accepted)
}
