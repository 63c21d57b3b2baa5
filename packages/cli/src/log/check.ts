import { readFile } from 'node:fs/promises'
import { parsePolicy, type Trust, verifyProofFile } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'

export const check: Command = {
  usage: 'check <proof> <entry>',
  says: 'Check offline that a proof file proves an entry (a file).',
  options: [
    ['--vkey <key>', 'the verifier key of the log that you trust'],
    ['--policy <file>', 'or the policy that you trust: its log, and its quorum of witnesses'],
  ],
  examples: ['countersign log check 17.tlog-proof minutes.pdf --vkey example.org/minutes+…'],
  run: async ([proof, entry], given) => {
    try {
      const trust = await readTrust(given)
      if ('stopped' in trust) return trust
      const [file, bytes] = await Promise.all([readFile(proof!, 'utf8'), readFile(entry!)])
      const checked = await verifyProofFile(file, bytes, trust, sodiumNative)
      if (!checked.ok) {
        const { code, message } = checked.refusal
        return {
          json: { proven: false, failure: checked.refusal },
          text: `Not proven. ${code}: ${message}`,
          finding: true,
        }
      }
      const { origin, size, index } = checked.value
      return {
        json: { proven: true, origin, size, index },
        text: `Proven: ${entry} is entry ${index} of ${origin}, which then had ${size.toLocaleString('en')} entries.`,
      }
    } catch (error) {
      return stop('cannot-read', (error as Error).message, 'name files that can be read')
    }
  },
}

async function readTrust({ vkey, policy }: Given): Promise<Trust | Stopped> {
  if (typeof vkey === 'string') return { vkey }
  if (typeof policy !== 'string')
    return stop('usage', 'nothing says which log you trust', 'add --vkey or --policy')
  const parsed = parsePolicy(await readFile(policy))
  return parsed.ok ? { policy: parsed.value } : stopBy(parsed.refusal, policy)
}
