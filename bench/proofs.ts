/**
 * Makes and verifies inclusion proofs at scattered places of a log of a million entries. Beside it the hashing alone
 * that a proof's verification needs. In one run.
 *
 *     npm run bench -- proofs [--json]
 */
import { fromMemory, leafHash, nodeHash, readLog, verifyInclusion } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { bigLog } from './made-up/big-log.ts'
import { report, timed } from './made-up/report.ts'

const entries = 1_000_000
const proofs = 5_000

const { files, vkey } = await bigLog(entries)
const log = await readLog(fromMemory(files), { vkey, engine: sodiumNative })
if (!log.ok) throw new Error(log.refusal.message)
const { size, root } = log.value.checkpoint
const places = Array.from({ length: proofs }, (_, i) => (i * 7_919_993) % entries)

const [making, made] = await timed(async () => {
  const made: (readonly Uint8Array[])[] = []
  for (const index of places) {
    const proof = await log.value.inclusionProof(index)
    if (!proof.ok) throw new Error(proof.refusal.message)
    made.push(proof.value)
  }
  return made
})
const leaves = places.map(index => leafHash(new TextEncoder().encode(`entry ${index}`)))
const [verifying, proven] = await timed(
  () =>
    places.filter((index, i) => verifyInclusion({ leaf: leaves[i]!, index, size, root }, made[i]!)).length,
)
if (proven !== proofs) throw new Error(`${proofs - proven} of ${proofs} proofs do not hold`)
const [hashing] = await timed(() => {
  for (const [i, proof] of made.entries())
    proof.reduce((hash, sibling) => nodeHash(hash, sibling), leaves[i]!)
})

report(`Proofs in a log of ${entries.toLocaleString('en')} entries, ${proofs.toLocaleString('en')} of them`, [
  ['made a second', Math.round((proofs * 1000) / making), ''],
  ['verified a second', Math.round((proofs * 1000) / verifying), ''],
  ['verifying / hashing alone', verifying / hashing, '×'],
])
