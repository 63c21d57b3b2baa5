const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of 140 random bits: 28 characters of Crockford’s base32. @param random 28 bytes */
export function makeCode(random: Uint8Array): string {
  return Array.from(random, byte => alphabet[byte & 31]).join('')
}

/** A code as someone typed it: hyphens, spaces and case do not matter, and O, I, L are the digits they look like. */
export function codeFrom(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
