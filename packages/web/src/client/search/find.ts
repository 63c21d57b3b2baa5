import { type Named, type SearchIndex, type SearchPart, searchPath, wordsOf } from '@countersign/publication'
import { all, ok, type Result } from '@countersign/tlog'
import type { Files } from '../files/files.ts'
import { boxesFrom, type Version } from '../files/place.ts'
import { isNear } from './near.ts'

/** A place that was looked for: an area, or a box. */
export interface Found {
  readonly kind: 'area' | 'box'
  readonly id: string
  /** Of a box: the area that it lies in. */
  readonly area: string
  /** Absent where only its code is known. */
  readonly name?: Named['name']
  /** Whether its name is only like what was typed. */
  readonly near?: true
}

/** No more than can be looked through. */
const most = 20

/**
 * Places whose code begins with what was typed, then those of whose names each word typed begins a word; where there
 * are none, those whose names are a slip away.
 */
export async function findPlaces(
  files: Files,
  version: Version,
  typed: string,
): Promise<Result<readonly Found[]>> {
  const words = wordsOf(typed)
  const exact = await Promise.all([
    byCode(files, version, codeIn(typed)),
    byName(files, version, words, begins),
  ])
  const found = all(exact)
  if (!found.ok) return found
  if (found.value.flat().length === 0) {
    const near = await byName(files, version, words, slips)
    return near.ok ? ok(near.value.slice(0, most).map(place => ({ ...place, near: true }))) : near
  }
  const each = new Map(found.value.flat().map(place => [`${place.kind} ${place.id}`, place]))
  return ok([...each.values()].slice(0, most))
}

/** What may be a code, in plain digits: a reader of Persian types others. */
export function codeIn(typed: string): string | undefined {
  const plain = typed
    .trim()
    .replace(/[\u06f0-\u06f9\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) & 15))
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(plain) ? plain : undefined
}

async function byCode(
  files: Files,
  version: Version,
  code: string | undefined,
): Promise<Result<readonly Found[]>> {
  if (code === undefined) return ok([])
  const boxes = await boxesFrom(files, version, code)
  if (!boxes.ok) return boxes
  return ok(
    boxes.value
      .filter(([id]) => id.startsWith(code))
      .slice(0, most)
      .map(([id, area]): Found => ({ kind: 'box', id, area })),
  )
}

/** A way to look for names. */
interface Way {
  /** Whether a word that was typed stands for a word of a name. */
  readonly fits: (word: string, known: string) => boolean
  /** The parts in which such names may be, of those that begin with `beginnings`. */
  readonly partsFor: (word: string, beginnings: readonly string[]) => readonly string[]
}
const begins: Way = { fits: (word, known) => known.startsWith(word), partsFor: partsBegunBy }
const slips: Way = {
  fits: (word, known) => begins.fits(word, known) || isNear(word, known),
  partsFor: partsLike,
}

async function byName(
  files: Files,
  version: Version,
  words: readonly string[],
  { fits, partsFor }: Way,
): Promise<Result<readonly Found[]>> {
  if (words.length === 0) return ok([])
  const index = await files.json<SearchIndex>(`${version.folder}index/search.json`)
  if (!index.ok) return index
  const { beginnings, common } = index.value
  const parts = words.filter(word => !common.includes(word)).map(word => partsFor(word, beginnings))
  const fewest = parts.sort((a, b) => a.length - b.length)[0] ?? []
  if (fewest.length > mostParts) return ok([])
  const loaded = all(
    await Promise.all(fewest.map(part => files.json<SearchPart>(version.folder + searchPath(part)))),
  )
  if (!loaded.ok) return loaded
  const hits = loaded.value.flatMap(({ names }) => names).filter(({ name }) => matches(name, words, fits))
  return ok(
    hits.map(({ name, area, box }) => ({
      kind: box === undefined ? 'area' : 'box',
      id: box ?? area,
      area,
      name,
    })),
  )
}

/** A letter that begins words in more parts than these wants another letter typed. */
const mostParts = 4

/** The parts with words that begin with `word`: the one that its letters lead to, or all that go on from it. */
function partsBegunBy(word: string, beginnings: readonly string[]): readonly string[] {
  const longest = beginnings
    .filter(letters => word.startsWith(letters))
    .sort()
    .at(-1)
  const further = beginnings.filter(letters => letters.startsWith(word) && letters !== longest)
  return longest === undefined ? further : [longest, ...further]
}

/** The parts that have most of the word's first letters. */
function partsLike(word: string, beginnings: readonly string[]): readonly string[] {
  return beginnings
    .filter(letters => letters[0] === word[0])
    .sort((a, b) => alike(word, b) - alike(word, a))
    .slice(0, mostParts)
}

/** How many first letters of a word a beginning has. */
function alike(word: string, beginning: string): number {
  const differs = Array.from(beginning).findIndex((letter, i) => letter !== word[i])
  return differs < 0 ? beginning.length : differs
}

function matches(name: Named['name'], words: readonly string[], fits: Way['fits']): boolean {
  const own = Object.values(name).flatMap(wordsOf)
  return words.every(word => own.some(known => fits(word, known)))
}
