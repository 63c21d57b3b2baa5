import { gzipSync } from 'node:zlib'
import { encodeEntries, entriesPath } from '@countersign/tlog'
import type { TestLog } from '../log.ts'
import { flip, harmless, joined, type Mutation, refused, someOf } from './mutation.ts'

/** Some entries of a log, with the place that they have. */
type Bundle = { readonly path: string; readonly start: number; readonly entries: readonly Uint8Array[] }

/** What may befall bundles of entries: the first, the last and another. */
export function bundleMutations(log: TestLog): Mutation[] {
  return [
    ...changedEntries(log),
    ...someBundles(log).flatMap(bundle => [
      ...misshapen(bundle),
      ...(bundle.entries.length > 1 ? outOfPlace(bundle) : []),
      ...compressed(bundle),
      ...(bundle.entries.length < 256 ? fullInstead(bundle) : []),
    ]),
  ]
}

/** The first, the last and another entry changed in some bundles. */
export function changedEntries(log: TestLog): Mutation[] {
  return someBundles(log).flatMap(({ path, start, entries }) =>
    someOf([...entries.keys()]).map(i => ({
      ...refused(path, `entry ${start + i} changed`, encodeEntries(entries.with(i, another(entries[i]!)))),
      index: start + i,
    })),
  )
}

/** Bundles that are not what a bundle of this width is. */
function misshapen({ path, start, entries }: Bundle): Mutation[] {
  const bundle = encodeEntries(entries)
  const last = entries.length - 1
  const longer = encodeEntries(entries.with(last, joined(entries[last]!, Uint8Array.of(0))))
  return [
    refused(path, 'a length changed', flip(bundle, 1)),
    refused(path, 'a length beyond the end', flip(bundle, 0, 7)),
    refused(path, 'one byte short', bundle.slice(0, -1)),
    refused(path, 'one byte more', joined(bundle, Uint8Array.of(0))),
    refused(path, 'an empty entry more', joined(bundle, Uint8Array.of(0, 0))),
    refused(path, 'the last entry dropped', encodeEntries(entries.slice(0, -1))),
    { ...refused(path, 'the last entry longer by a zero', longer), index: start + last },
    refused(path, 'empty', new Uint8Array()),
    refused(path, 'taken away', undefined),
  ]
}

/** True entries in the wrong place. */
function outOfPlace({ path, start, entries }: Bundle): Mutation[] {
  const exchanged = entries.with(0, entries[1]!).with(1, entries[0]!)
  const twice = entries.with(1, entries[0]!)
  return [
    { ...refused(path, 'its first two entries exchanged', encodeEntries(exchanged)), index: start },
    { ...refused(path, 'an entry in place of another', encodeEntries(twice)), index: start + 1 },
    refused(path, 'the first entry dropped', encodeEntries(entries.slice(1))),
  ]
}

/** Bundles stored as gzip. It is no change if they are one whole member, whatever its header says. */
function compressed({ path, start, entries }: Bundle): Mutation[] {
  const bundle = encodeEntries(entries)
  const packed = gzipSync(bundle)
  const end = packed.length
  const changed = gzipSync(encodeEntries(entries.with(0, another(entries[0]!))))
  return [
    harmless(path, 'compressed', packed),
    harmless(path, 'compressed, without compressing', gzipSync(bundle, { level: 0 })),
    harmless(path, 'compressed at another time', withTime(packed)),
    refused(
      path,
      'compressed in two members',
      joined(gzipSync(bundle.slice(0, 3)), gzipSync(bundle.slice(3))),
    ),
    refused(path, 'compressed, with more behind it', joined(packed, Uint8Array.of(1, 2, 3))),
    refused(path, 'compressed, cut short', packed.slice(0, -1)),
    refused(path, 'compressed, its checksum changed', flip(packed, end - 8)),
    refused(path, 'compressed, its length changed', flip(packed, end - 4)),
    refused(path, 'compressed twice', gzipSync(packed)),
    { ...refused(path, 'compressed after a change', changed), index: start },
  ]
}

/** A partial bundle may be deleted once the full one is there; a reader then takes its beginning. */
function fullInstead({ path: partial, start, entries }: Bundle): Mutation[] {
  const later = Array.from({ length: 256 - entries.length }, (_, i) => Uint8Array.of(i))
  const full = entriesPath(start / 256)
  const instead = (mutation: Mutation): Mutation => ({
    ...mutation,
    name: `${partial} gone, ${mutation.name}`,
    change: { ...mutation.change, [partial]: undefined },
  })
  const otherwise = encodeEntries([another(entries[0]!), ...entries.slice(1), ...later])
  return [
    instead(harmless(full, 'there', encodeEntries([...entries, ...later]))),
    instead({ ...refused(full, 'there with another beginning', otherwise), index: start }),
    instead(refused(full, 'there but too short', encodeEntries([...entries, ...later.slice(1)]))),
  ]
}

function someBundles(log: TestLog): Bundle[] {
  const numbers = Array.from({ length: Math.ceil(log.entries.length / 256) }, (_, n) => n)
  return someOf(numbers).map(n => {
    const entries = log.entries.slice(n * 256, (n + 1) * 256)
    return { path: entriesPath(n, entries.length), start: n * 256, entries }
  })
}

function another(entry: Uint8Array): Uint8Array {
  return entry.length === 0 ? Uint8Array.of(1) : flip(entry, entry.length - 1)
}

/** A gzip header says when the file was written, which is no part of what it holds (RFC 1952 §2.3.1). */
function withTime(packed: Uint8Array): Uint8Array {
  const later = Uint8Array.from(packed)
  later.set([1, 2, 3, 4], 4)
  return later
}
