/**
 * The restore rule: nothing is signed unless the tree extends every checkpoint that the witnesses and the public
 * folder hold. A log brought back from an older copy would else sign a second tree of the same size: a fork.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '#sha256'
import { sameBytes } from '../../bytes.ts'
import { openCheckpoint, type SignedCheckpoint } from '../../checkpoint.ts'
import { formatVkey } from '../../note/key.ts'
import { parsePolicy } from '../../policy.ts'
import { ok, type Refusal, type Result, refuse } from '../../result.ts'
import { fromHttp } from '../../source/http.ts'
import { readFrom, type TileSource } from '../../source/source.ts'
import { toHex, utf8 } from '../../text.ts'
import type { Hash } from '../../tree/hash.ts'
import { sodiumNative } from '../ed25519.ts'
import { fromFiles } from '../files.ts'
import { type Disk, putFile } from './disk.ts'
import type { LogKey } from './keys.ts'

/** Where a checkpoint of this log may be held: a witness, or the folder that the public reads. */
export type Place = { readonly name: string; readonly source: TileSource; readonly path: string }

/** A checkpoint that a place holds; `bytes` are its file. */
export type HeldElsewhere = {
  readonly place: string
  readonly checkpoint: SignedCheckpoint
  readonly bytes: Uint8Array
}

/** The tree that is to extend them all: its size, and the root that it had at a smaller one. */
export type OwnTree = { readonly size: number; readonly rootAt: (size: number) => Promise<Hash> }

/** Answers of places that take longer are not waited for: milliseconds. */
const patience = 10_000

/**
 * Checks that `tree` extends the checkpoint of every place that can be reached. Refuses `behind` where a place
 * holds a larger one; `fork` where one is of another tree, which is then kept in the folder `fork/`, with ours;
 * `unreachable` where there are places and none answers.
 */
export async function checkPlaces(
  disk: Disk,
  dir: string,
  key: LogKey,
  places: readonly Place[],
  tree: OwnTree,
): Promise<Result<undefined>> {
  const answers = await Promise.all(places.map(place => checkpointAt(place, key)))
  const reached = answers.filter(answer => answer.ok).map(({ value }) => value)
  if (places.length > 0 && reached.length === 0) return unreachable(answers.filter(answer => !answer.ok))

  return extendsAll(
    disk,
    dir,
    reached.filter(found => found !== undefined),
    tree,
  )
}

/** Checks that `tree` extends the checkpoints `held` elsewhere. Refuses `behind` and `fork`. */
export async function extendsAll(
  disk: Disk,
  dir: string,
  held: readonly HeldElsewhere[],
  tree: OwnTree,
): Promise<Result<undefined>> {
  for (const found of held) {
    const { size, root } = found.checkpoint
    if (size <= tree.size && !sameBytes(await tree.rootAt(size), root)) return keepFork(disk, dir, found)
  }
  const highest = held.reduce<HeldElsewhere | undefined>(
    (high, found) => (found.checkpoint.size > (high?.checkpoint.size ?? tree.size) ? found : high),
    undefined,
  )
  return highest ? behind(highest, tree.size) : ok(undefined)
}

/** The places that the log's policy names with a URL (http, https or file). Refuses `bad-policy`. */
export async function placesOf(disk: Disk, dir: string, key: LogKey): Promise<Result<readonly Place[]>> {
  const text = await disk.read(join(dir, 'policy.txt'))
  if (text === undefined) return ok([])
  const policy = parsePolicy(text)
  if (!policy.ok) return policy
  const publicFolders = policy.value.logs
    .filter(log => formatVkey(log.key) === key.vkey)
    .map(({ url }) => ({ name: 'the public folder', url, path: 'checkpoint' }))
  const path = `${toHex(sha256(utf8(key.origin)))}/checkpoint`
  const witnesses = Array.from(policy.value.witnesses, ([name, { url }]) => ({
    name: `the witness ${name}`,
    url,
    path,
  }))
  return ok(
    [...publicFolders, ...witnesses].flatMap(({ name, url, path }) =>
      url === undefined ? [] : [{ name: `${name} (${url})`, source: sourceAt(disk, url), path }],
    ),
  )
}

/** The log's files under a URL: http, https or file. */
export function sourceAt(disk: Disk, url: string): TileSource {
  if (!url.startsWith('file:'))
    return fromHttp(url, address =>
      fetch(address, { signal: AbortSignal.timeout(patience), cache: 'no-store' }),
    )
  return {
    async read(path) {
      const folder = fileURLToPath(url)
      // A disk that is not mounted holds nothing that can be known.
      if (disk.identity(folder) === undefined) throw new Error(`there is no folder ${folder}`)
      return fromFiles(folder).read(path)
    },
  }
}

/** Keeps a checkpoint that no tree of ours has, beside our own: together they prove the fork. */
export async function keepFork(disk: Disk, dir: string, { place, checkpoint, bytes }: HeldElsewhere) {
  const folder = join(dir, 'fork')
  const name = join(folder, `${checkpoint.size}-${toHex(checkpoint.root).slice(0, 16)}`)
  const ours = await disk.read(join(dir, 'checkpoint'))
  await disk.makeFolder(folder)
  await putFile(disk, `${name}.theirs.new`, `${name}.theirs`, bytes)
  if (ours) await putFile(disk, `${name}.ours.new`, `${name}.ours`, ours)
  await disk.syncFolder(folder)
  return refuse(
    'fork',
    `${place} holds a checkpoint of ${checkpoint.size} entries, signed by this log’s key, that is of another tree ` +
      `than this folder. Nothing was signed. Both are kept in ${folder}: they prove that two logs have used one ` +
      'key. Find out which is the right one before anything is added.',
    { path: folder, size: checkpoint.size },
  )
}

/** The checkpoint that a place holds, its signature by the log verified; undefined where it holds none. */
async function checkpointAt(place: Place, key: LogKey): Promise<Result<HeldElsewhere | undefined>> {
  const bytes = await readFrom(place.source, place.path)
  if (!bytes.ok) return refuse('unreadable', `${place.name}: ${bytes.refusal.message}`)
  if (bytes.value === undefined) return ok(undefined)
  const checkpoint = await openCheckpoint(bytes.value, key.vkey, sodiumNative)
  if (!checkpoint.ok) return refuse(checkpoint.refusal.code, `${place.name}: ${checkpoint.refusal.message}`)
  return ok({ place: place.name, checkpoint: checkpoint.value, bytes: bytes.value })
}

function behind({ place, checkpoint }: HeldElsewhere, size: number) {
  return refuse(
    'behind',
    `${place} holds a checkpoint of ${checkpoint.size} entries, this folder has ${size}: it is an older copy. ` +
      'Nothing was signed. Restore the missing entries from the published log first.',
    { size, published: checkpoint.size },
  )
}

function unreachable(refused: readonly { readonly refusal: Refusal }[]) {
  const reasons = refused.map(({ refusal }) => refusal.message).join('; ')
  return refuse(
    'unreachable',
    `None of the places that hold this log’s checkpoints could be asked: ${reasons}. Nothing was signed, because ` +
      'this folder might be an older copy. Try again, or open it with leave to go on unasked if you know that it ' +
      'is not.',
  )
}
