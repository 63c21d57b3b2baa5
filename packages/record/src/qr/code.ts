import { ok, type Result } from '@countersign/tlog'
import { refuseAs } from '../codes.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'

/*
 *   CS1/F/1.3/9F86D081884C7D65/<base45>/
 *   │   │ │ │ │                └ what it carries
 *   │   │ │ │ └ the first 8 bytes of the statement's ID
 *   │   │ │ └ of so many codes
 *   │   │ └ which one
 *   │   └ what it carries: see `CodeSort`
 *   └ this format
 *
 * Every character is one of a QR code's alphanumeric mode. The last slash keeps a space before it from being lost
 * where a text is passed on by hand.
 */

/**
 * `F`: an entry, the statement with its first signatures; all of them together, in order, are the entry's bytes.
 * `S`: further signatures of it, each 8 bytes of key ID and 64 of Ed25519; they go on with the count of the `F`.
 * `Q`: a payload that someone is asked to sign.
 * `R`: the one signature that comes back.
 */
export type CodeSort = 'F' | 'S' | 'Q' | 'R'

/** What one printed or displayed code carries. */
export interface CodePart {
  readonly sort: CodeSort
  /** Which of `of` codes it is, from 1. */
  readonly part: number
  readonly of: number
  /** The first 8 bytes of the statement's ID, in hex. */
  readonly id: string
  readonly data: Uint8Array
}

/** No code's text is longer, so that it can be read from a photograph of paper. */
export const longestText = 1_100
/** Bytes that fit one code: base45 of the room that the longest prefix (`CS1/F/99.99/…/`) leaves. */
export const mostBytes = Math.floor((longestText - 'CS1/F/99.99/0123456789ABCDEF//'.length) / 3) * 2
export const bytesOfSignature = 8 + 64

/** The text of a code. */
export function textOfCode({ sort, part, of, id, data }: CodePart): string {
  return `CS1/${sort}/${part}.${of}/${id.toUpperCase()}/${encodeBase45(data)}/`
}

const pattern = /^CS1\/([FSQR])\/([1-9]\d?)\.([1-9]\d?)\/([0-9A-F]{16})\/(.+)\/$/

/**
 * Reads the text of one code. Spaces around it do not matter.
 * Refusals: `code-foreign` (some other QR code), `code-newer`, `code-damaged`.
 */
export function readCode(text: string): Result<CodePart> {
  const trimmed = text.trim()
  const version = /^CS(\d+)\//.exec(trimmed)?.[1]
  if (version === undefined) return refuseAs('code-foreign')
  if (version !== '1') return refuseAs('code-newer')
  const [, sort, part, of, id, base45] = pattern.exec(trimmed) ?? []
  const data = base45 === undefined ? undefined : decodeBase45(base45)
  if (data === undefined) return refuseAs('code-damaged')
  const code = { sort: sort as CodeSort, part: Number(part), of: Number(of), id: id!.toLowerCase(), data }
  return code.part <= code.of && hasWholeSignatures(code) ? ok(code) : refuseAs('code-damaged')
}

function hasWholeSignatures({ sort, data }: CodePart): boolean {
  if (sort === 'R') return data.length === bytesOfSignature
  return sort !== 'S' || data.length % bytesOfSignature === 0
}

/** The part of an ID that a code bears: its first 8 bytes, in hex. */
export function shortId(id: string): string {
  return id.slice(0, 16)
}
