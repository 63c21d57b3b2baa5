import { type Refusal, type VerifiedLog, verifyLog } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Answer, Command } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { sourceOf } from '../record/source.ts'
import { type TrustedKey, trustedKey } from './trusted.ts'

/** What says nothing about the log: it could not be read, or the key that was given is none. */
const couldNotRun = ['unreadable', 'missing-checkpoint', 'bad-vkey']

export const verify: Command = {
  usage: 'verify <log>',
  says: 'Verify any log in the C2SP tiled format (a folder or a URL): every entry, every tile, the checkpoint.',
  options: [
    ['--vkey <key>', 'the log’s verifier key; absent: the one in its own policy, and the answer says so'],
  ],
  examples: [
    'countersign log verify minutes',
    'countersign log verify https://example.org/minutes --vkey example.org/minutes+…',
  ],
  run: async ([where], { vkey }, { progress }) => {
    const source = sourceOf(where!)
    const trusted = await trustedKey(source, where!, vkey)
    if ('stopped' in trusted) return trusted
    const verified = await verifyLog(source, {
      vkey: trusted.vkey,
      engine: sodiumNative,
      progress: (entries, size) => progress.at('entries', entries, size),
    })
    if (verified.ok) return intact(verified.value, trusted)
    return couldNotRun.includes(verified.refusal.code)
      ? stopBy(verified.refusal, where)
      : broken(verified.refusal, trusted)
  },
}

function intact(
  { checkpoint, entries, tiles, notCovered }: VerifiedLog,
  { selfDeclared }: TrustedKey,
): Answer {
  const { origin, root } = checkpoint
  const json = {
    intact: true,
    selfDeclared,
    origin,
    entries,
    root: Buffer.from(root).toString('base64'),
    tiles,
    notCovered,
    failure: null,
  }
  const text = [
    `Log intact: ${entries.toLocaleString('en')} entries and ${tiles.toLocaleString('en')} tiles are as its checkpoint says.`,
    `  log          ${origin}${selfDeclared ? ', self-declared: its key was found beside it' : ''}`,
    `  root         ${json.root}`,
    `  not covered  ${notCovered.length === 0 ? 'nothing' : notCovered.join(', ')}`,
  ]
  return { json, text: text.join('\n') }
}

function broken(failure: Refusal, { selfDeclared }: TrustedKey): Answer {
  const { code, message } = failure
  return {
    json: { intact: false, selfDeclared, failure },
    text: `LOG BROKEN.\n  ${code}: ${message}`,
    finding: true,
  }
}
