const digits = Array.from('0123456789abcdef', digit => digit.charCodeAt(0))
const longest = 1024

/** Lowercase hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  if (bytes.length > longest) return toHex(bytes.subarray(0, longest)) + toHex(bytes.subarray(longest))
  const codes = new Array<number>(2 * bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    codes[2 * i] = digits[bytes[i]! >> 4]!
    codes[2 * i + 1] = digits[bytes[i]! & 15]!
  }
  // Made at once: a string joined of pieces is three times as slow a key of a map.
  return String.fromCharCode.apply(null, codes)
}

/** The bytes of a lowercase hexadecimal text, which its schema has checked. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1)
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = (digit(hex.charCodeAt(2 * i)) << 4) | digit(hex.charCodeAt(2 * i + 1))
  return bytes
}

function digit(code: number): number {
  return code < 58 ? code - 48 : code - 87
}
