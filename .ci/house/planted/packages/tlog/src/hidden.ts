export const hidden = (bytes: Uint8Array) => bytes.length
