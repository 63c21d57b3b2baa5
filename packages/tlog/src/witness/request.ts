/**
 * What a log asks of a witness, C2SP tlog-witness, `POST /add-checkpoint`:
 *
 *     old 20852014
 *     PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=      (the consistency proof from that size on, at most 63 lines)
 *     jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
 *
 *     example.com/behind-the-sofa                       (the checkpoint, signed by the log)
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 *     — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
 */
import { parseCheckpoint } from '../checkpoint.ts'
import { parseNote } from '../note/note.ts'
import { ok, type Result, refuse } from '../result.ts'
import { fromBase64, parseDecimal, textOf, toBase64 } from '../text.ts'
import { type Hash, hashSize } from '../tree/hash.ts'

export type AddCheckpoint = {
  /** The size that the log takes the witness to have seen last. */
  readonly old: number
  readonly proof: readonly Hash[]
  /** The signed checkpoint, as text. */
  readonly checkpoint: string
}

const mostHashes = 63

export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `old ${old}\n${proof.map(hash => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`
}

/** Reads a request, and the origin that its checkpoint names. Refuses `bad-request`. */
export function parseAddCheckpoint(
  body: Uint8Array | string,
): Result<AddCheckpoint & { readonly origin: string; readonly size: number }> {
  const bad = refuse(
    'bad-request',
    'This is no request to add a checkpoint: old size, proof, blank line, checkpoint.',
  )
  const text = textOf(body)
  if (!text.ok) return bad
  const end = text.value.indexOf('\n\n')
  if (end < 0) return bad
  const [first = '', ...lines] = text.value.slice(0, end).split('\n')
  const old = first.startsWith('old ') ? parseDecimal(first.slice(4)) : undefined
  if (old === undefined || lines.length > mostHashes) return bad
  const proof = lines.map(fromBase64)
  if (!proof.every(hash => hash?.length === hashSize)) return bad
  const checkpoint = text.value.slice(end + 2)
  const note = parseNote(checkpoint)
  const parsed = note.ok ? parseCheckpoint(note.value.text) : note
  if (!parsed.ok || old > parsed.value.size) return bad
  const { origin, size } = parsed.value
  return ok({ old, proof: proof as Hash[], checkpoint, origin, size })
}
