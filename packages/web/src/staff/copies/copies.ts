import { toHex } from '@countersign/election'
import { type Copy, codesOf, collect, placeOf, readCode, readEntry, typedCopies } from '@countersign/record'
import { decodeEntries, sha256 } from '@countersign/tlog'
import { queries } from '../shell/stored.ts'
import { type CopyInHand, copyDatabase } from './database.ts'
import { keysOf, signersOf, worth } from './signers.ts'

/** A copy, and its entry where it is signed. */
export interface ReadCopy {
  readonly copy: Copy
  readonly entry?: Uint8Array
  readonly from: string
}

/** A signed copy from its entry; nothing where it is none. */
export function signedCopy(entry: Uint8Array, from: string): ReadCopy | undefined {
  const read = readEntry(entry)
  if (!read.ok) return undefined
  const { statement, id, signatures } = read.value
  return { from, entry, copy: { sort: 'signed', statement, id, kids: signatures.map(({ kid }) => kid) } }
}

/** Puts copies on this device, each once; how many were not here before. */
export async function addCopies(copies: readonly ReadCopy[]): Promise<number> {
  const kept = await copyDatabase()
  const writing = kept.transaction(['copies', 'entries'], 'readwrite')
  const known = new Set(await writing.objectStore('copies').getAllKeys())
  let fresh = 0
  for (const { copy, entry, from } of copies) {
    const bytes = entry ?? new TextEncoder().encode(JSON.stringify(copy))
    const hash = toHex(sha256(bytes))
    if (known.has(hash)) continue
    known.add(hash)
    fresh++
    void writing.objectStore('copies').put({ ...{ hash, from, at: Date.now(), copy }, ...placeOf(copy) })
    if (entry) void writing.objectStore('entries').put(entry.slice(), hash)
  }
  await writing.done
  await queries.invalidateQueries({ queryKey: ['copies'] })
  return fresh
}

export async function removeCopy(hash: string): Promise<void> {
  const kept = await copyDatabase()
  const writing = kept.transaction(['copies', 'entries'], 'readwrite')
  await writing.objectStore('copies').delete(hash)
  await writing.objectStore('entries').delete(hash)
  await writing.done
  await queries.invalidateQueries({ queryKey: ['copies'] })
}

/** The copies of a round that are on this device. */
export async function copiesOf(round: number): Promise<readonly CopyInHand[]> {
  return (await copyDatabase()).getAllFromIndex('copies', 'round', round)
}

/** Those of one box. */
export async function copiesOfBox(round: number, box: string): Promise<readonly CopyInHand[]> {
  return (await copyDatabase()).getAllFromIndex('copies', 'box', [round, box])
}

/** What a file holds: the text of codes, entries, or typed copies as JSON; pictures are read by `codesIn`. */
export async function copiesInFile(
  file: File,
): Promise<{ readonly copies: readonly ReadCopy[]; readonly trouble?: string }> {
  const { name } = file
  if (/\.json$/i.test(name)) return typedIn(name, await file.text())
  if (/\.(cbor|entries)$/i.test(name)) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const entries = /\.cbor$/i.test(name) ? { ok: true as const, value: [bytes] } : decodeEntries(bytes)
    const texts = (entries.ok ? entries.value : []).flatMap(entry => {
      const codes = codesOf(entry)
      return codes.ok ? codes.value : []
    })
    return inCodes(name, texts)
  }
  if (file.type.startsWith('image/')) {
    const { codesIn } = await import('../codes/read-picture.ts')
    return inCodes(name, await codesIn(file))
  }
  return inCodes(name, (await file.text()).split(/\r?\n/))
}

function typedIn(name: string, text: string): Awaited<ReturnType<typeof copiesInFile>> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { copies: [], trouble: (error as Error).message }
  }
  const typed = typedCopies(json)
  if (!typed.ok) return { copies: [], trouble: typed.refusal.message }
  return { copies: typed.value.map(copy => ({ copy, from: name })) }
}

/** Every whole statement that these codes make up. */
export function inCodes(from: string, texts: readonly string[]): Awaited<ReturnType<typeof copiesInFile>> {
  const parts = texts.map(readCode).flatMap(code => (code.ok ? [code.value] : []))
  const copies = [...Map.groupBy(parts, ({ id }) => id).values()].flatMap(of => {
    const together = collect(of)
    const entry = together.ok ? together.value.entry : undefined
    const copy = entry && signedCopy(entry, from)
    return copy ? [copy] : []
  })
  return copies.length > 0 ? { copies } : { copies, trouble: 'no-copy' }
}

/** Statements whose signatures are checked with one question to the server. */
const together = 16

/**
 * Checks signatures that could not be checked yet, under the keys of the record; nothing without a network. How many
 * copies were checked.
 */
export async function checkSignatures(round: number): Promise<number> {
  const open = (await copiesOf(round)).filter(
    ({ copy, signatures }) => copy.sort === 'signed' && signatures === undefined,
  )
  let checked = 0
  for (let at = 0; at < open.length; at += together) {
    const some = open.slice(at, at + together)
    const kids = [...new Set(some.flatMap(({ copy }) => (copy.sort === 'signed' ? copy.kids : [])))]
    const keys = await keysOf(kids)
    if (!keys.ok) return checked
    for (const one of some) await keepChecked(one, keys.value)
    checked += some.length
  }
  if (checked > 0) await queries.invalidateQueries({ queryKey: ['copies'] })
  return checked
}

async function keepChecked(one: CopyInHand, keys: ReadonlyMap<string, string>): Promise<void> {
  const kept = await copyDatabase()
  const entry = await kept.get('entries', one.hash)
  if (!entry || one.copy.sort !== 'signed') return
  const { good, bad } = await signersOf(entry, keys)
  await kept.put('copies', {
    ...{ ...one, copy: worth(one.copy, good) },
    signatures: { good: good.length, bad },
  })
}
