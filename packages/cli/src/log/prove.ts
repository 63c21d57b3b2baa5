import { writeFile } from 'node:fs/promises'
import { readLog } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { type Command, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { sourceOf } from '../record/source.ts'
import { trustedKey } from './trusted.ts'

export const prove: Command = {
  usage: 'prove <log> <index>',
  says: 'Write the proof that an entry is in a log (a folder or a URL): a .tlog-proof file, checked offline.',
  options: [
    ['--vkey <key>', 'the log’s verifier key; absent: the one in its own policy'],
    ['--out <file>', 'where to write it; absent: standard output'],
  ],
  examples: ['countersign log prove minutes 17 --out 17.tlog-proof'],
  run: async ([where, index], { vkey, out }) => {
    if (!/^\d{1,15}$/.test(index!))
      return stop('usage', `“${index}” is not an index`, 'indexes are whole numbers from 0')
    const source = sourceOf(where!)
    const trusted = await trustedKey(source, where!, vkey)
    if ('stopped' in trusted) return trusted
    const log = await readLog(source, { vkey: trusted.vkey, engine: sodiumNative })
    if (!log.ok) return stopBy(log.refusal, where)
    const proof = await log.value.proofFile(Number(index))
    if (!proof.ok) return stopBy(proof.refusal, where)
    const { size } = log.value.checkpoint
    const json = { index: Number(index), size, proof: proof.value }
    if (typeof out !== 'string') return { json, text: proof.value }
    try {
      await writeFile(out, proof.value)
    } catch (error) {
      return stop('cannot-write', (error as Error).message, 'name another file with --out')
    }
    return { json: { ...json, out }, text: `${out}: entry ${index} of ${size.toLocaleString('en')}` }
  },
}
