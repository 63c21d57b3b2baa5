const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkDigits = `${digits}*~$=U`

/**
 * A form's ID as a person copies it onto paper: its first 80 bits as 16 Crockford base32 digits in four groups,
 * and Crockford's check digit: `0S3C-TQ1N-7Z4F-9K2M-A`.
 */
export function codeOf(formId: string): string {
  const bits = BigInt(`0x${formId.slice(0, 20)}`)
  const code = Array.from(
    { length: 16 },
    (_, i) => digits[Number((bits >> BigInt(5 * (15 - i))) & 31n)]!,
  ).join('')
  return `${code.match(/.{4}/g)!.join('-')}-${checkDigits[Number(bits % 37n)]!}`
}

/** Whether a code as typed is that of the form. O is 0, I and L are 1; case, spaces and hyphens are nothing. */
export function isCodeOf(typed: string, formId: string): boolean {
  return plain(typed) === plain(codeOf(formId))
}

function plain(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
