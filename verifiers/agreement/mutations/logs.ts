import { entriesPath, tilePath } from '@countersign/tlog'
import {
  bundlesOf,
  checkpoint,
  type Files,
  log,
  logOf,
  origin,
  someEntries,
  type TestLog,
  tilesOver,
} from '../log.ts'
import { headText, logKey, signNote } from '../signer.ts'
import { type Change, fileOf, flip, joined, type Mutation, refused } from './mutation.ts'

/** What a dishonest or careless operator may do to a log as a whole. */
export function logMutations(testLog: TestLog): Mutation[] {
  return [
    ...rewritten(testLog),
    ...cut(testLog),
    ...beside(testLog),
    ...fromEarlierSizes(testLog),
    ...earlier(testLog),
  ]
}

/** Other entries, with all tiles made anew: only the signed root gives them away. */
function rewritten({ entries, files }: TestLog): Mutation[] {
  const size = entries.length
  const last = size - 1
  const middle = last >> 1
  const other = new TextEncoder().encode('another')
  const rewrite = (name: string, changed: readonly Uint8Array[]): Mutation => ({
    name: `all tiles made anew: ${name}`,
    change: difference(files, new Map([...bundlesOf(changed), ...tilesOver(changed)])),
    verdict: 'refused',
  })
  return [
    rewrite('one entry another', entries.with(middle, other)),
    rewrite('the first entry dropped', entries.slice(1)),
    rewrite('the last entry dropped', entries.slice(0, -1)),
    rewrite('an entry inserted', entries.toSpliced(middle, 0, other)),
    ...(entries.length > 1
      ? [
          rewrite('the ends exchanged', entries.with(0, entries[last]!).with(last, entries[0]!)),
          rewrite(
            'two neighbours exchanged',
            entries.with(last, entries[last - 1]!).with(last - 1, entries[last]!),
          ),
        ]
      : []),
    {
      name: 'one entry another, its leaf hash too',
      change: oneLeafToo(entries, middle, other),
      verdict: 'refused',
      // The tile above a full one tells that it is false; where there is none, the root is all that tells.
      ...(size - (middle - (middle % 256)) >= 256 && { path: tilePath(0, Math.floor(middle / 256)) }),
    },
  ]
}

/** An entry changed in its bundle and its level-0 tile, but no further up. */
function oneLeafToo(entries: readonly Uint8Array[], index: number, other: Uint8Array): Change {
  const changed = entries.with(index, other)
  const n = Math.floor(index / 256)
  const width = Math.min(256, entries.length - n * 256)
  const bundle = entriesPath(n, width)
  const tile = tilePath(0, n, width)
  return { [bundle]: bundlesOf(changed).get(bundle), [tile]: tilesOver(changed).get(tile) }
}

/** Files and entries missing from the end. */
function cut({ entries, files }: TestLog): Mutation[] {
  const size = entries.length
  const shorter = logOf(entries.slice(0, size >> 1))
  const without = (name: string, gone: (path: string) => boolean): Mutation => ({
    name: `cut: ${name}`,
    change: Object.fromEntries([...files.keys()].filter(gone).map(path => [path, undefined])),
    verdict: 'refused',
  })
  return [
    without('no tiles of hashes', path => /^tile\/[0-9]/.test(path)),
    without('no bundles of entries', path => path.startsWith('tile/entries/')),
    without('nothing but the checkpoint', path => path !== 'checkpoint'),
    {
      name: 'cut: the files of an earlier size, the checkpoint of now',
      change: { ...difference(files, shorter.files), checkpoint: files.get('checkpoint') },
      verdict: 'refused',
    },
    {
      name: 'cut: all of an earlier size',
      change: difference(files, shorter.files),
      verdict: 'intact',
    },
    {
      name: 'cut: all of an earlier size, where the later checkpoint is known',
      change: difference(files, shorter.files),
      old: files.get('checkpoint')!,
      verdict: 'refused',
    },
    { name: 'cut: nothing left', change: difference(files, new Map()), verdict: 'refused' },
  ]
}

/** Files beside those that the checkpoint speaks of. */
function beside({ entries, files }: TestLog): Mutation[] {
  const size = entries.length
  const grown = logOf([...entries, ...someEntries(300, size)])
  const added = difference(files, new Map([...files, ...grown.files]))
  const more = (name: string, change: Change): Mutation => ({
    name: `beside: ${name}`,
    change,
    verdict: 'intact',
  })
  const text = new TextEncoder().encode('not a tile')
  return [
    more('tiles for which nothing is signed yet', { ...added, checkpoint: files.get('checkpoint') }),
    more('files that are not the log’s', {
      'index.html': text,
      'tile/notes.txt': text,
      'tile/0/notes': text,
    }),
    more('a tile far beyond the end', { [tilePath(0, 1_234_067)]: text, [entriesPath(1_234_067)]: text }),
    more('a level that the tree does not reach', { [tilePath(9, 0, 1)]: text }),
    more('paths that no tile has', { 'tile/0/000.p/256': text, 'tile/64/000': text, 'tile/0/1234': text }),
  ]
}

/** Partial tiles and bundles that were there when the log was smaller: it may keep them as they were. */
function fromEarlierSizes({ entries, files }: TestLog): Mutation[] {
  const size = entries.length
  const sizes = size < 2 ? [] : [1, size >> 1, size - 1]
  const olds = sizes.flatMap(old => [...logOf(entries.slice(0, old)).files])
  const partials = olds.filter(([path]) => path.includes('.p/') && !files.has(path))
  const [first] = partials
  if (first === undefined) return []
  const [path, bytes] = first
  return [
    { name: 'all partial tiles of earlier sizes', change: Object.fromEntries(partials), verdict: 'intact' },
    ...partials.map(([path, bytes]) =>
      refused(path, 'of an earlier size, changed', flip(bytes, bytes.length - 1)),
    ),
    refused(path, 'of an earlier size, too short', bytes.slice(0, -1)),
    refused(path, 'of an earlier size, too long', joined(bytes, bytes)),
    refused(path, 'of an earlier size, empty', new Uint8Array()),
  ]
}

/** Earlier checkpoints, which the log extends or does not. */
function earlier({ entries, root, files }: TestLog): Mutation[] {
  const size = entries.length
  const half = logOf(entries.slice(0, size >> 1))
  const grown = logOf([...entries, ...someEntries(1, size)])
  const forked = logOf(entries.with(0, new TextEncoder().encode('another')))
  const forkedHalf = logOf([new TextEncoder().encode('another'), ...entries.slice(1, Math.max(1, size >> 1))])
  const old = (name: string, verdict: Mutation['verdict'], note: Uint8Array): Mutation => ({
    name: `an earlier checkpoint: ${name}`,
    change: {},
    old: note,
    verdict,
  })
  const text = headText(origin, half.entries.length, half.root)
  return [
    old('of half the size', 'intact', fileOf(half, 'checkpoint')),
    old('of one entry', 'intact', fileOf(logOf(entries.slice(0, 1)), 'checkpoint')),
    old('of one entry less', 'intact', fileOf(logOf(entries.slice(0, -1)), 'checkpoint')),
    old('of nothing', 'intact', fileOf(logOf([]), 'checkpoint')),
    old('the same', 'intact', files.get('checkpoint')!),
    old('signed by the log alone', 'intact', signNote(text, [log])),
    old('of a later size', 'refused', fileOf(grown, 'checkpoint')),
    old('of the same size, another root', 'refused', fileOf(forked, 'checkpoint')),
    old('of a fork', 'refused', fileOf(forkedHalf, 'checkpoint')),
    old('of nothing, with a root', 'refused', checkpoint(0, root)),
    old(
      'of another log',
      'refused',
      signNote(headText('other.example', 1, root), [logKey('other.example', 'other')]),
    ),
    old('with a false signature', 'refused', new TextEncoder().encode(`${text}\n${log.line('other\n')}`)),
    old('not a note', 'refused', new TextEncoder().encode('checkpoint')),
  ]
}

/** The change that makes `before` into `after`. */
function difference(before: Files, after: Files): Change {
  const gone = [...before.keys()].filter(path => !after.has(path)).map(path => [path, undefined] as const)
  const made = [...after].filter(
    ([path, bytes]) => Buffer.compare(bytes, before.get(path) ?? Buffer.of()) !== 0,
  )
  return Object.fromEntries([...gone, ...made])
}
