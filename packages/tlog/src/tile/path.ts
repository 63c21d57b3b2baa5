/**
 * Where a log keeps its tiles, C2SP tlog-tiles:
 *
 *     tile/0/x001/x234/067           the full level-0 tile number 1,234,067
 *     tile/1/000.p/17                the first level-1 tile, 17 hashes wide so far
 *     tile/entries/x001/x234/067     the entries under the first of these
 */
import { ok, type Result, refuse } from '../result.ts'
import { parseDecimal } from '../text.ts'

/** A tile holds at most this many hashes, a bundle as many entries. */
export const tileWidth = 256

/** Levels are 0 to 63. A tree of 2^53 leaves has 7. */
const maxLevel = 63

/** A tile of hashes or a bundle of entries: number `n` of its level, `width` (1–256) hashes or entries wide. */
export type TilePath =
  | { readonly kind: 'hashes'; readonly level: number; readonly n: number; readonly width: number }
  | { readonly kind: 'entries'; readonly n: number; readonly width: number }

/** The path of a tile of hashes: level 0–63, tile number, width 1–256 (256 is a full tile). */
export function tilePath(level: number, n: number, width: number = tileWidth): string {
  return `tile/${level}/${numberPath(n)}${widthSuffix(width)}`
}

/** The path of a bundle of entries: bundle number, width 1–256 (256 is a full bundle). */
export function entriesPath(n: number, width: number = tileWidth): string {
  return `tile/entries/${numberPath(n)}${widthSuffix(width)}`
}

/** The tile that `path` names, or `bad-tile-path`. Only the one canonical path of a tile is accepted. */
export function parseTilePath(path: string): Result<TilePath> {
  const bad = refuse('bad-tile-path', `“${path}” is not the path of a tile.`, { path })
  const match = /^tile\/([^/]+)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([^/]+))?$/.exec(path)
  if (!match) return bad
  const [, kind, number, partial] = match as unknown as [string, string, string, string | undefined]

  const n = Number(number.replaceAll(/[x/]/g, ''))
  const width = partial === undefined ? tileWidth : parseDecimal(partial)
  if (width === undefined || width < 1 || (partial !== undefined && width >= tileWidth)) return bad
  if (!Number.isSafeInteger(n) || numberPath(n) !== number) return bad
  if (kind === 'entries') return ok({ kind: 'entries', n, width })

  const level = parseDecimal(kind)
  if (level === undefined || level > maxLevel) return bad
  return ok({ kind: 'hashes', level, n, width })
}

/** Groups of three digits, all but the last prefixed `x`, so that no name is both a file and a folder. */
function numberPath(n: number): string {
  const digits = String(n)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/.../g)!
  return [...groups.slice(0, -1).map(group => `x${group}`), groups.at(-1)].join('/')
}

function widthSuffix(width: number): string {
  return width === tileWidth ? '' : `.p/${width}`
}
