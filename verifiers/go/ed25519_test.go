package main

import (
	"encoding/hex"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"testing"
)

// The eight points of small order have fourteen encodings: two signs for each of the five y, and two more for the
// two y that fit into 255 bits a second time.
func TestSmallOrderEncodings(t *testing.T) {
	count := 0
	for _, y := range smallOrderYs {
		for ; y.BitLen() <= 255; y = new(big.Int).Add(y, fieldPrime) {
			for sign := byte(0); sign <= 0x80; sign += 0x80 {
				encoded := encode(y, sign)
				if !smallOrder(encoded) || goodKey(encoded) {
					t.Errorf("%x is of small order", encoded)
				}
				if count++; sign == 0x80 {
					break
				}
			}
		}
	}
	if count != 14 {
		t.Errorf("%d encodings, want 14", count)
	}
}

// The neighbours of the torsion are ordinary keys, those of p are not canonical.
func TestGoodKey(t *testing.T) {
	for _, c := range []struct {
		y    *big.Int
		want bool
	}{
		{big.NewInt(2), true},
		{new(big.Int).Sub(fieldPrime, big.NewInt(2)), true},
		{new(big.Int).Sub(fieldPrime, big.NewInt(1)), false},
		{fieldPrime, false},
		{new(big.Int).Add(fieldPrime, big.NewInt(2)), false},
	} {
		if got := goodKey(encode(c.y, 0)); got != c.want {
			t.Errorf("goodKey(%v) = %v", c.y, got)
		}
	}
}

// TestEdgeCases prints the numbers of the C2SP/CCTV cases that are accepted, for the comparison with other engines.
func TestEdgeCases(t *testing.T) {
	folder := os.Getenv("COUNTERSIGN_VECTORS")
	if folder == "" {
		t.Skip("COUNTERSIGN_VECTORS names no folder of test vectors")
	}
	data, err := os.ReadFile(filepath.Join(folder, "ed25519-edge-cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Number        int
		Key, Sig, Msg string
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	accepted := []int{}
	for _, c := range cases {
		if verifyStrict(unhex(t, c.Key), []byte(c.Msg), unhex(t, c.Sig)) {
			accepted = append(accepted, c.Number)
		}
	}
	if len(accepted) != 43 {
		t.Errorf("%d of %d cases accepted, want 43", len(accepted), len(cases))
	}
	list, _ := json.Marshal(accepted)
	t.Logf("accepted %s", list)
}

func encode(y *big.Int, sign byte) []byte {
	point := make([]byte, 32)
	for i, b := range y.FillBytes(make([]byte, 32)) {
		point[31-i] = b
	}
	point[31] |= sign
	return point
}

func unhex(t *testing.T, s string) []byte {
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
