import { evidenceOf, type OwnCount, readEntry } from '@countersign/record'
import { readLog } from '@countersign/tlog'
import { zipSync } from 'fflate'
import { copyDatabase } from '../copies/database.ts'
import { keptBox } from '../copies/keep.ts'
import { type Answer, askBytes, type ElectionNow } from '../shell/api.ts'
import { comparedOf } from './count.ts'

/** A file for a court, and the boxes whose form in the record is another than the server told this device. */
export interface Evidence {
  readonly zip: Uint8Array
  readonly boxes: number
  readonly toldOtherwise: readonly string[]
}

/**
 * Puts together what a court needs of every copy that is not identical. The published entries are read from the log
 * itself, and are in it only where they verify under its key. Refusals: those of the log’s reader; nothing is sent.
 */
export async function makeEvidence(
  count: OwnCount,
  { vkey }: Pick<ElectionNow, 'vkey'>,
): Promise<Answer<Evidence>> {
  const log = await readLog({ read: path => askBytes(`record/${path}`) }, { vkey })
  if (!log.ok) {
    const { code, message } = log.refusal
    return { ok: false, refusal: { code, message }, status: 0 }
  }
  const { differing, notPublished, signatureMissing, twice, round } = count
  const boxes = new Set([
    ...[...differing, ...signatureMissing].map(({ box }) => box),
    ...[...notPublished, ...twice],
  ])
  const kept = await copyDatabase()
  const copies = []
  for (const box of boxes) {
    // The best of a box comes first, and one is enough.
    const [best] = await comparedOf(round, box)
    if (!best) continue
    const { inHand, compared } = best
    const entry = inHand.copy.sort === 'signed' ? await kept.get('entries', inHand.hash) : undefined
    copies.push({ copy: inHand.copy, entry, from: inHand.from, compared })
  }
  const files: Record<string, Uint8Array> = {}
  const toldOtherwise: string[] = []
  for await (const [path, bytes] of evidenceOf(copies, log.value, count)) {
    files[path] = bytes
    if (path.endsWith('/published.cbor') && !(await isAsTold(round, path, bytes))) toldOtherwise.push(path)
  }
  return { ok: true, value: { zip: zipSync(files), boxes: boxes.size, toldOtherwise }, status: 200 }
}

/** Whether an entry of the log is one of the forms that the server told this device of. */
async function isAsTold(round: number, path: string, bytes: Uint8Array): Promise<boolean> {
  const box = path.slice(path.indexOf('-') + 1, path.indexOf('/'))
  const read = readEntry(bytes)
  const kept = await keptBox(round, box)
  return read.ok && kept?.box.forms.some(({ id }) => id === read.value.id) === true
}
