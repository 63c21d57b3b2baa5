import type { LogReader } from '@countersign/tlog'
import type { Compared, Copy } from './compare.ts'
import type { OwnCount } from './own-count.ts'

/** A copy beside what is published; `entry` where it is signed. `from` says where it was found, as a file's name. */
export type ComparedCopy = {
  readonly copy: Copy
  readonly entry?: Uint8Array | undefined
  readonly from: string
  readonly compared: Compared
}

/**
 * What a court needs of each copy that is not identical, as (path, bytes): in a folder a box the copy as signed or
 * typed, the published entry, the proof that this entry is in the log, and how they compare; with the team's own count
 * where there is one. An entry that the log does not have at its checkpoint is left out.
 */
export async function* evidenceOf(
  copies: readonly ComparedCopy[],
  log: Pick<LogReader, 'entry' | 'proofFile'>,
  count?: OwnCount,
): AsyncGenerator<readonly [path: string, bytes: Uint8Array]> {
  if (count) yield ['own-count.json', json(count)]
  for (const { copy, entry, from, compared } of copies) {
    if (compared.verdict === 'identical') continue
    const folder = `${compared.round}-${compared.box}`
    yield [`${folder}/compared.json`, json({ file: from, ...compared })]
    if (entry) yield [`${folder}/copy.cbor`, entry]
    else yield [`${folder}/copy.json`, json(copy)]
    if (compared.entry === undefined) continue
    const published = await log.entry(compared.entry)
    const proof = await log.proofFile(compared.entry)
    if (published.ok) yield [`${folder}/published.cbor`, published.value]
    if (proof.ok) yield [`${folder}/published.tlog-proof`, utf8.encode(proof.value)]
  }
}

const utf8 = new TextEncoder()

function json(value: unknown): Uint8Array {
  return utf8.encode(`${JSON.stringify(value, null, 2)}\n`)
}
