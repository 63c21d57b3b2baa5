import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  apply,
  type Definition,
  type Election,
  type Figures,
  kinds,
  type Statement,
  type StatementNamed,
  start,
  tally,
  toHex,
} from '@countersign/election'
import { fromMemory, noble, readLog, sha256 } from '@countersign/tlog'
import { expect, test } from 'vitest'
import { readEntry } from './admissible.ts'
import { annotated } from './annotate.ts'
import { keyNamed, unwrap } from './fixtures/archive.ts'
import { aMorning, figuresOf, formOf, type Live, staffOf } from './fixtures/live.ts'
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
  const { entries } = await theElection()
  const files = fromMemory(await publish(entries))
  const { report } = unwrap(await verify(files, { checker: inThisThread(noble), engine: noble }))
  expect([report.intact, report.follows, report.failures]).toEqual([true, true, []])
})

async function aBox(): Promise<string> {
  const { entries, proven } = await theElection()
  const replay = replayer()
  const told = entries.map((entry, index) => replay(entry, index))
  return [introduction, ...told, await proofOf(entries, proven), ''].join('\n\n')
}

/** Leader, thirteen officials, two supervisors, an agent of each candidate: eighteen. */
const staff = { officials: 13, supervisors: 2 }
const boxes = ['b1', 'b2'] as const
type Votes = Readonly<Record<(typeof boxes)[number], Figures>>

/** Two rounds in bytes, from the definition to the oath; and which entry is box b1's form of the first. */
async function theElection() {
  const rounds: Definition['rounds'] = [
    { number: 1, date: '2031-06-06', rule: 'majority', of: 'taken' },
    { number: 2, date: '2031-06-13', rule: 'plurality', of: 'taken' },
  ]
  const live = await aMorning({ sources: ['direct', 'centre'], staff: 14, rounds }, staff)
  await enrolCentre(live)
  const { form, proven } = await theFirstRound(live)
  await theDispute(live, form)
  await theSums(live)
  await theSecondRound(live)
  return { entries: live.entries, proven }
}

async function enrolCentre({ say }: Live): Promise<void> {
  const people = [
    ['clerk 1', 'clerk'],
    ['clerk 2', 'clerk'],
    ['head', 'centreHead'],
  ] as const
  const keys = await Promise.all(
    people.map(async ([whose, role], i) => ({
      key: toHex((await keyNamed(whose)).publicKey),
      role,
      card: `c${i + 1}`,
      area: 'land',
    })),
  )
  await say({ kind: 'enrol', round: 0, side: 'ministry', keys }, 'authority')
}

const first: Votes = { b1: figuresOf(100, 80), b2: figuresOf(60, 70) }
const second: Votes = { b1: figuresOf(95, 85), b2: figuresOf(55, 75) }

/** Opened, closed, committed to, released, reported. */
async function theFirstRound(live: Live) {
  await theDay(live, 1, first)
  const forms = boxes.map(box => ({ box, draft: aFormOf(1, box, first[box]) }))
  for (const { box, draft } of forms) {
    const form = await live.idOf(draft)
    await live.say({ kind: 'commit', box, form }, `${box} leader`, `${box} agent of anna`)
  }
  await live.say({ kind: 'release' }, 'authority')
  const proven = live.entries.length
  const ids = []
  for (const { box, draft } of forms) ids.push(await live.say(draft, ...staffOf(box, staff)))
  return { form: ids[0]!, proven }
}

function aFormOf(round: number, box: string, figures: Figures) {
  const people = staffOf(box, staff).map(who => ({ role: roleOf(who), ink: 'signed' as const }))
  return { ...formOf(box, figures, { people, serial: `F-${box}-${round}` }), round }
}

function roleOf(who: string) {
  return (
    (['leader', 'official', 'supervisor'] as const).find(role => who.includes(role)) ?? ('agent' as const)
  )
}

async function theDay({ say }: Live, round: number, votes: Votes): Promise<void> {
  for (const box of boxes) await say({ kind: 'open', round, box, inBox: 0 }, ...staffOf(box, staff))
  for (const box of boxes) {
    const { issued, unused, spoiled, checkInsByComputer } = votes[box]
    const stubs = { issued: issued!, unused: unused!, spoiled: spoiled! }
    const closed = {
      kind: 'close-poll',
      round,
      box,
      ...stubs,
      checkInsByComputer: checkInsByComputer!,
    } as const
    await say(closed, ...staffOf(box, staff))
  }
}

/** An agent objects; the centre's copy agrees; two bodies rule. */
async function theDispute({ say }: Live, form: string): Promise<void> {
  const ground = 'Ballots were read out of my sight.'
  await say({ kind: 'object', statement: form, box: 'b1', ground }, 'b1 agent of boris')
  for (const box of boxes)
    await say({ kind: 'transcript', box, copy: '3', figures: first[box] }, 'clerk 1', 'clerk 2')
  const explanation = 'The copies agree; the objection is kept on the record.'
  await say({ kind: 'ruling', box: 'b1', decision: 'accept', form, explanation }, 'authority', 'council')
}

const totals = { taken: 330, invalid: 20, valid: 310, votes: { 1: 160, 2: 150 } }

async function theSums({ say, entries }: Live): Promise<void> {
  await say(await sumOf(entries, totals), 'head')
  const label = { en: 'First announcement' }
  await say({ kind: 'announce', area: 'land', label, figures: totals }, 'authority')
  const outcome = { state: 'runOff' as const, candidates: ['anna', 'boris'] }
  const declared = { kind: 'declare', treeSize: entries.length, figures: totals, outcome } as const
  const declaration = await say({ ...declared, total: 'reconciled' }, 'authority')
  await say({ kind: 'certify', declaration, decision: 'certified' }, 'council')
}

/** The centre's sum over the forms as the record has them. */
async function sumOf(entries: readonly Uint8Array[], figures: Figures) {
  const forms = entries
    .map(entry => unwrap(readEntry(entry)))
    .filter(({ statement }) => statement.kind === 'form')
  const pairs = forms
    .map(({ id, statement }) => `${(statement as StatementNamed<'form'>).box} ${id}\n`)
    .sort()
  const digest = toHex(sha256(new TextEncoder().encode(pairs.join(''))))
  const of = { area: 'land', boxes: forms.length, digest, treeSize: entries.length }
  return { kind: 'tally', ...of, figures } as const
}

async function theSecondRound(live: Live): Promise<void> {
  const { say } = live
  const candidates = ['anna', 'boris'].map((id, i) => ({ number: i + 1, id, name: { en: id } }))
  await say({ kind: 'ballot', round: 2, candidates }, 'authority')
  await theDay(live, 2, second)
  await say({ kind: 'release', round: 2 }, 'authority')
  for (const box of boxes) await say(aFormOf(2, box, second[box]), ...staffOf(box, staff))
  for (const box of boxes) {
    const copied = { box, copy: '3', figures: second[box] }
    await say({ kind: 'transcript', round: 2, ...copied }, 'clerk 1', 'clerk 2')
  }
  const figures = { taken: 330, invalid: 20, valid: 310, votes: { 1: 150, 2: 160 } }
  const outcome = { state: 'elected' as const, candidates: ['boris'] }
  const declared = { kind: 'declare', round: 2, treeSize: live.entries.length, figures, outcome } as const
  const declaration = await say({ ...declared, total: 'reconciled' }, 'authority')
  await say({ kind: 'certify', round: 2, declaration, decision: 'certified' }, 'council')
  const oath = { candidate: 'boris', act: 'oath', date: '2031-07-01' } as const
  await say({ kind: 'office', round: 0, ...oath }, 'authority')
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
  const round = [...election.rounds.values()].at(-1)
  const box = round?.boxes.get('b1')
  if (!box) return ''
  const reconciled = tally(election, { total: 'reconciled' }).rounds.at(-1)
  const votes = Object.entries(reconciled?.candidates ?? {}).map(([id, count]) => `${id} ${count}`)
  return `In round ${round!.number} box b1 is now **${box.judgement.state}**; the reconciled total is ${votes.join(', ')} of ${reconciled?.taken ?? 0} taken.`
}

const mostLines = 30

function jsonOf(statement: Statement): string {
  const lines = JSON.stringify(statement, null, 2).split('\n')
  return lines.length <= mostLines
    ? lines.join('\n')
    : [...lines.slice(0, mostLines), `… ${lines.length - mostLines} lines more`].join('\n')
}

/** Forms of the first round are shown to the last byte, other entries by their beginning. */
function bytesOf(entry: Uint8Array, { kind, round }: Statement): string {
  const lines = annotated(entry)
  const shown = kind === 'form' && round === 1 ? lines : lines.slice(0, 8)
  const rest = lines.length - shown.length
  return fenced(
    '',
    [...shown, ...(rest > 0 ? [`… ${rest} lines more; ${entry.length} bytes in all`] : [])].join('\n'),
  )
}

async function proofOf(entries: readonly Uint8Array[], index: number): Promise<string> {
  const vkey = await vkeyOf()
  const log = unwrap(await readLog(fromMemory(await publish(entries)), { vkey }))
  const proof = unwrap(await log.proofFile(index))
  return [
    `## That entry ${index} is in the record`,
    `The log of these ${entries.length} entries was signed. This file proves that the form of box b1 is entry ${index} of it. With the form's bytes and the log's key, \`countersign log check\` needs nothing else, and no network.`,
    fenced('', proof.trimEnd()),
    fenced('console', checked(proof, entries[index]!, vkey)),
  ].join('\n\n')
}

/** What the command says of the two files. */
function checked(proof: string, entry: Uint8Array, vkey: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'a-box-'))
  try {
    writeFileSync(join(folder, 'form.tlog-proof'), proof)
    writeFileSync(join(folder, 'form.cbor'), entry)
    const command = ['log', 'check', 'form.tlog-proof', 'form.cbor', '--vkey', vkey]
    const bin = join(import.meta.dirname, '../../cli/bin/countersign.mjs')
    const said = execFileSync(process.execPath, [bin, ...command], { cwd: folder, encoding: 'utf8' })
    return `$ countersign ${command.join(' ')}\n${said.trimEnd()}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function people(count: number): string {
  return count === 1 ? 'one key' : `${count} keys`
}

const introduction = `# A box, from enrolment to certification

**Synthetic: an election made up for the tests. The people, the keys and the figures are nobody's.**

This is everything that a record holds of a small election of two rounds: two boxes, two candidates, eighteen signatures to a form. Read it from top to bottom and you have seen the whole life of box \`b1\`: listed, sealed, opened before witnesses, closed, counted, committed to, signed, objected to, keyed in again at the centre, ruled on, added up, declared and certified; then the run-off, shown by the beginnings of its entries. What each kind of statement may hold is in [statements.md](statements.md), the encoding in [record.md](record.md), the states of a box in [boxes-and-checks.md](boxes-and-checks.md).

Each entry is told in words, then as JSON, then as its bytes.`
