import { readFile } from 'node:fs/promises'
import { exitCode } from '@countersign/record'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { type Trusted, verified } from '../record/verified.ts'
import { reportText } from './text.ts'

/** A record from its bytes: the log, every statement and signature, and what follows from them. */
export const verifyCommand: Command = {
  usage: 'verify <record>',
  says: 'Verify a record (a folder or a URL): its log, every signature, and what follows from them.',
  options: [
    ['--policy <file>', 'the log and witnesses that you trust; else the record only speaks for itself'],
    ['--vkey <key>', 'in place of a policy: the verifier key of the log that you trust, without witnesses'],
    ['--definition <id>', 'the ID of the definition that you trust, 64 hexadecimal digits'],
    ['--earlier <file...>', 'checkpoints kept from before: the record must extend them'],
  ],
  examples: [
    'countersign verify runoff',
    'countersign verify https://example.org/runoff --policy policy.txt',
  ],
  run: async ([where], given, { progress, language }) => {
    const trusted = await readTrusted(given)
    if ('stopped' in trusted) return trusted
    const done = await verified(where!, trusted, progress, { published: true })
    if (!done.ok) return stopBy(done.refusal, where)
    const { report } = done.value
    return { json: report, text: reportText(report, language), finding: exitCode(report) === 1 }
  },
}

async function readTrusted({ policy, vkey, definition, earlier }: Given): Promise<Trusted | Stopped> {
  if (typeof definition === 'string' && !/^[0-9a-f]{64}$/.test(definition))
    return stop('usage', `“${definition}” is not the ID of a definition`, 'give its 64 hexadecimal digits')
  if (typeof policy === 'string' && typeof vkey === 'string')
    return stop('usage', '--policy and --vkey both say which log you trust', 'give one of them')
  try {
    const kept = Array.isArray(earlier) ? await Promise.all(earlier.map(path => readFile(path))) : []
    return {
      ...(typeof policy === 'string' && { policy: await readFile(policy) }),
      ...(typeof vkey === 'string' && { policy: new TextEncoder().encode(`log ${vkey}\nquorum none\n`) }),
      ...(typeof definition === 'string' && { definition }),
      ...(kept.length > 0 && { earlier: kept }),
    }
  } catch (error) {
    return stop('cannot-read', (error as Error).message, 'name a file that can be read')
  }
}
