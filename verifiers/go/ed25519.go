package main

import (
	"crypto/ed25519"
	"math/big"
)

// verifyStrict reports whether sig is a signature of msg by key under the one accept set of the record: RFC 8032's
// equation without the cofactor, S < L, a canonical key, and neither the key nor R of small order.
//
// crypto/ed25519 already refuses S ≥ L and recomputes R, so a non-canonical R never matches. It does accept keys
// that are not canonical and points of small order: under those, one signature can fit several messages.
func verifyStrict(key ed25519.PublicKey, msg, sig []byte) bool {
	return len(sig) == ed25519.SignatureSize &&
		goodKey(key) &&
		!smallOrder(sig[:32]) &&
		ed25519.Verify(key, msg, sig)
}

// goodKey reports whether key is a canonical encoding of 32 bytes, not of a point of small order.
func goodKey(key []byte) bool {
	return len(key) == ed25519.PublicKeySize && yOf(key).Cmp(fieldPrime) < 0 && !smallOrder(key)
}

// smallOrder reports whether an encoded point lies in the 8-torsion, in any of its encodings. The eight points have
// only five y coordinates: 1 (the identity), −1 (order 2), 0 (order 4) and ±torsionY (order 8).
func smallOrder(point []byte) bool {
	y := new(big.Int).Mod(yOf(point), fieldPrime)
	for _, torsion := range smallOrderYs {
		if y.Cmp(torsion) == 0 {
			return true
		}
	}
	return false
}

// yOf is the encoded y coordinate, not reduced: 255 bits, little-endian; the top bit is the sign of x.
func yOf(point []byte) *big.Int {
	bigEndian := make([]byte, len(point))
	for i, b := range point {
		bigEndian[len(point)-1-i] = b
	}
	bigEndian[0] &= 0x7f
	return new(big.Int).SetBytes(bigEndian)
}

// fieldPrime is p = 2^255 − 19.
var fieldPrime = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 255), big.NewInt(19))

var smallOrderYs = torsionYs()

// torsionYs derives the five y coordinates rather than quoting them. Doubling a point of order 8 gives one of order
// 4, whose y is 0: so x² = −y², and with the curve −x² + y² = 1 + d·x²·y² this is d·y⁴ + 2·y² − 1 = 0.
func torsionYs() []*big.Int {
	p, one := fieldPrime, big.NewInt(1)
	mod := func(x *big.Int) *big.Int { return x.Mod(x, p) }
	d := big.NewInt(-121665) // RFC 8032 §5.1: d = −121665/121666
	d = mod(d.Mul(d, new(big.Int).ModInverse(big.NewInt(121666), p)))
	ys := []*big.Int{big.NewInt(0), one, mod(new(big.Int).Neg(one))}

	root := new(big.Int).ModSqrt(mod(new(big.Int).Add(one, d)), p)
	for _, r := range []*big.Int{root, new(big.Int).Neg(root)} {
		ySquared := new(big.Int).Sub(r, one)
		ySquared = mod(ySquared.Mul(ySquared, new(big.Int).ModInverse(d, p)))
		if y := new(big.Int).ModSqrt(ySquared, p); y != nil {
			ys = append(ys, y, mod(new(big.Int).Neg(y)))
		}
	}
	return ys
}
