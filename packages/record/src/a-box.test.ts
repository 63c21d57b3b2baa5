import { join } from 'node:path'
import {
  apply,
  type Definition,
  type Election,
  kinds,
  type Statement,
  start,
  tally,
  toHex,
} from '@countersign/election'
import { fromMemory, noble, readLog, sha256 } from '@countersign/tlog'
import { expect, test } from 'vitest'
import { readEntry } from './admissible.ts'
import { annotated } from './annotate.ts'
import { keyNamed, unwrap } from './fixtures/archive.ts'
import { aMorning, figuresOf, formOf, staffOf } from './fixtures/live.ts'
import { publish, vkeyOf } from './fixtures/publish.ts'
import { inThisThread } from './signatures.ts'
import { verify } from './verify/verify.ts'

const path = join(import.meta.dirname, '../../../docs/a-box.md')

/** `npx vitest run packages/record/src/a-box.test.ts -u` writes the tour anew. */
test('docs/a-box.md follows a box through the record as it is made', async () => {
  const tour = await aBox()
  await expect(tour).toMatchFileSnapshot(path)
  expect(tour.match(/^## /gm)?.length).toBeGreaterThan(12)
})

test('the record of the tour is intact, and what is declared in it follows', async () => {
  const { entries } = await theEvening()
  const files = fromMemory(await publish(entries))
  const { report } = unwrap(await verify(files, { checker: inThisThread(noble), engine: noble }))
  expect([report.intact, report.follows, report.failures]).toEqual([true, true, []])
})

async function aBox(): Promise<string> {
  const { entries, proven } = await theEvening()
  const replay = replayer()
  const told = entries.map((entry, index) => replay(entry, index))
  return [introduction, ...told, await proofOf(entries, proven), ''].join('\n\n')
}

/** A whole round in bytes, from the definition to the certification; and which entry is box b1's form. */
async function theEvening() {
  const live = await aMorning({ sources: ['direct', 'centre'] })
  const clerks = ['clerk 1', 'clerk 2']
  const keys = await Promise.all(
    clerks.map(async (whose, i) => ({
      key: toHex((await keyNamed(whose)).publicKey),
      role: 'clerk' as const,
      card: `c${i + 1}`,
      area: 'land',
    })),
  )
  await live.say({ kind: 'enrol', round: 0, side: 'ministry', keys }, 'authority')
  const figures = { b1: figuresOf(100, 80), b2: figuresOf(60, 70) }
  for (const box of ['b1', 'b2']) await live.say({ kind: 'open', box, inBox: 0 }, ...staffOf(box))
  for (const box of ['b1', 'b2'] as const) {
    const { issued, unused, spoiled, checkInsByComputer } = figures[box]
    await live.say(
      {
        kind: 'close-poll',
        box,
        issued: issued!,
        unused: unused!,
        spoiled: spoiled!,
        checkInsByComputer: checkInsByComputer!,
      },
      ...staffOf(box),
    )
  }
  await live.say({ kind: 'release' }, 'authority')
  const proven = live.entries.length
  const form = await live.say(formOf('b1', figures.b1), ...staffOf('b1'))
  await live.say(formOf('b2', figures.b2), ...staffOf('b2'))
  await live.say(
    { kind: 'object', statement: form, box: 'b1', ground: 'Ballots were read out of my sight.' },
    'b1 agent of boris',
  )
  for (const box of ['b1', 'b2'] as const)
    await live.say({ kind: 'transcript', box, copy: '3', figures: figures[box] }, ...clerks)
  await live.say(
    {
      kind: 'ruling',
      box: 'b1',
      decision: 'accept',
      form,
      explanation: 'The copies agree; the objection is kept on the record.',
    },
    'authority',
    'council',
  )
  const totals = { taken: 330, invalid: 20, valid: 310, votes: { 1: 160, 2: 150 } }
  await live.say(
    { kind: 'announce', area: 'land', label: { en: 'First announcement' }, figures: totals },
    'authority',
  )
  const treeSize = live.entries.length
  const outcome = { state: 'runOff' as const, candidates: ['anna', 'boris'] }
  const declaration = await live.say(
    { kind: 'declare', treeSize, figures: totals, outcome, total: 'reconciled' },
    'authority',
  )
  await live.say({ kind: 'certify', declaration, decision: 'certified' }, 'council')
  return { entries: live.entries, proven }
}

/** Tells each entry: what it states, its JSON, its bytes, and what has become of the box and the totals. */
function replayer(): (entry: Uint8Array, index: number) => string {
  let election: Election | undefined
  let before = ''
  return (entry, index) => {
    const read = unwrap(readEntry(entry))
    const { id, statement } = read
    const signers = read.signatures.map(({ kid }) => kid)
    election ??= start(statement as Definition, id, sha256)
    const effect = apply(election, { index, id, statement, signers, again: false })
    const now = standing(election)
    const change = now === before ? [] : [now]
    before = now
    return [
      `## Entry ${index}: \`${statement.kind}\``,
      `States ${kinds.find(({ name }) => name === statement.kind)?.states}. Signed by ${people(signers.length)}; ${effect.force ? 'it has force.' : `it has no force (${effect.why}).`}`,
      ...change,
      fenced('json', jsonOf(statement)),
      bytesOf(entry, statement),
    ].join('\n\n')
  }
}

function standing(election: Election): string {
  const box = election.rounds.get(1)?.boxes.get('b1')
  if (!box) return ''
  const reconciled = tally(election, { total: 'reconciled' }).rounds[0]
  const votes = Object.entries(reconciled?.candidates ?? {}).map(([id, count]) => `${id} ${count}`)
  return `Box b1 is now **${box.judgement.state}**; the reconciled total is ${votes.join(', ')} of ${reconciled?.taken ?? 0} taken.`
}

const mostLines = 30

function jsonOf(statement: Statement): string {
  const lines = JSON.stringify(statement, null, 2).split('\n')
  return lines.length <= mostLines
    ? lines.join('\n')
    : [...lines.slice(0, mostLines), `… ${lines.length - mostLines} lines more`].join('\n')
}

/** Forms are shown to the last byte, other entries by their beginning. */
function bytesOf(entry: Uint8Array, { kind }: Statement): string {
  const lines = annotated(entry)
  const shown = kind === 'form' ? lines : lines.slice(0, 8)
  const rest = lines.length - shown.length
  return fenced(
    '',
    [...shown, ...(rest > 0 ? [`… ${rest} lines more; ${entry.length} bytes in all`] : [])].join('\n'),
  )
}

async function proofOf(entries: readonly Uint8Array[], index: number): Promise<string> {
  const log = unwrap(await readLog(fromMemory(await publish(entries)), { vkey: await vkeyOf() }))
  return [
    `## That entry ${index} is in the record`,
    `The log of these ${entries.length} entries was signed. This file proves that the form of box b1 is entry ${index} of it. With the form's bytes and the log's key, \`countersign log check\` needs nothing else, and no network.`,
    fenced('', unwrap(await log.proofFile(index)).trimEnd()),
    `The log's key: \`${await vkeyOf()}\``,
  ].join('\n\n')
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function people(count: number): string {
  return count === 1 ? 'one key' : `${count} keys`
}

const introduction = `# A box, from enrolment to certification

**Synthetic: an election made up for the tests. The people, the keys and the figures are nobody's.**

This is everything that a record holds of one small round: two boxes, two candidates, six signatures to a form. Read it from top to bottom and you have seen the whole life of box \`b1\`: listed, sealed, opened before witnesses, closed, counted, signed, objected to, keyed in again at the centre, ruled on, added up, declared and certified. What each kind of statement may hold is in [statements.md](statements.md), the encoding in [record.md](record.md), the states of a box in [boxes-and-checks.md](boxes-and-checks.md).

Each entry is told in words, then as JSON, then as its bytes.`
