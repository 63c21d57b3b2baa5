/**
 * Verifies a log of a million entries, every tile recomputed from them. Beside it a bare loop of SHA-256 over the same
 * leaves and nodes. In one run.
 *
 *     npm run bench -- verify-log [--json]
 */
import { fromMemory, leafHash, nodeHash, verifyLog } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { bigLog } from './made-up/big-log.ts'
import { report, timed } from './made-up/report.ts'

const entries = 1_000_000

const { files, vkey } = await bigLog(entries)
const [time, verified] = await timed(() => verifyLog(fromMemory(files), { vkey, engine: sodiumNative }))
if (!verified.ok) throw new Error(verified.refusal.message)

const entry = new TextEncoder().encode(`entry ${entries - 1}`)
const [bare] = await timed(() => {
  const leaf = leafHash(entry)
  for (let i = 1; i < entries; i++) nodeHash(leafHash(entry), leaf)
})

report(`Verification of a log of ${entries.toLocaleString('en')} entries`, [
  ['verified in', time / 1000, 's'],
  ['bare SHA-256 of the same leaves and nodes', bare / 1000, 's'],
  ['verified / bare', time / bare, '×'],
  ['limit', 20, 's'],
])
