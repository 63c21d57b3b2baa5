import { readFile } from 'node:fs/promises'
import { exitCode, type Report } from '@countersign/record'
import type { Answer, Command, Given, Stopped } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { type Trusted, verified } from '../record/verified.ts'

/** A record from its bytes: the log, every statement and signature, and what follows from them. */
export const verifyCommand: Command = {
  usage: 'verify <record>',
  says: 'Verify a record (a folder or a URL): its log, every signature, and what follows from them.',
  options: [
    ['--policy <file>', 'the log and witnesses that you trust; else the record only speaks for itself'],
    ['--definition <id>', 'the ID of the definition that you trust, 64 hexadecimal digits'],
    ['--earlier <file...>', 'checkpoints kept from before: the record must extend them'],
  ],
  examples: [
    'countersign verify runoff',
    'countersign verify https://example.org/runoff --policy policy.txt',
  ],
  run: async ([where], given, { progress }) => {
    const trusted = await readTrusted(given)
    if ('stopped' in trusted) return trusted
    const done = await verified(where!, trusted, progress)
    return done.ok ? answer(done.value.report) : stopBy(done.refusal, where)
  },
}

async function readTrusted({ policy, definition, earlier }: Given): Promise<Trusted | Stopped> {
  if (typeof definition === 'string' && !/^[0-9a-f]{64}$/.test(definition))
    return stop('usage', `“${definition}” is not the ID of a definition`, 'give its 64 hexadecimal digits')
  try {
    const kept = Array.isArray(earlier) ? await Promise.all(earlier.map(path => readFile(path))) : []
    return {
      ...(typeof policy === 'string' && { policy: await readFile(policy) }),
      ...(typeof definition === 'string' && { definition }),
      ...(kept.length > 0 && { earlier: kept }),
    }
  } catch (error) {
    return stop('cannot-read', (error as Error).message, 'name a file that can be read')
  }
}

function answer(report: Report): Answer {
  return { json: report, text: wordsOf(report), finding: exitCode(report) === 1 }
}

const mostShown = 20

function wordsOf({
  intact,
  follows,
  grade,
  origin,
  entries,
  signatures,
  notCovered,
  failures,
  failed,
}: Report): string {
  const shown = failures.slice(0, mostShown).map(({ code, message }) => `  ${code}: ${message}`)
  const more = failed > mostShown ? [`  … and ${(failed - mostShown).toLocaleString('en')} more`] : []
  return [
    intact ? 'Record intact.' : 'RECORD BROKEN.',
    ...(follows ? [] : ['Something stated in it does not follow from it.']),
    ...shown,
    ...more,
    `  log          ${origin ?? 'unknown'}, ${grades[grade]}`,
    `  entries      ${entries.toLocaleString('en')}`,
    `  signatures   ${signatures.toLocaleString('en')}`,
    `  not covered  ${notCovered.length === 0 ? 'nothing' : notCovered.join(', ')}`,
  ].join('\n')
}

const grades: Readonly<Record<Report['grade'], string>> = {
  'self-declared': 'self-declared: judged by the policy found in the record',
  unwitnessed: 'unwitnessed: the log is the one you named; no quorum of witnesses',
  witnessed: 'witnessed: cosigned by the quorum that you named',
  closed: 'closed: witnessed, and stated to be complete',
}
