/**
 * The national desk with a whole country in memory: 60,000 boxes of 430 counties, of each a form, the centre's copy and
 * an agent's, and a packet in the database. Asks the server's own application for the desk, a province of it, the boxes
 * that wait, how far the centres are, and one box; and how long it is from a form's entry until the desk has it. The
 * statements are applied without bytes or signatures: those are measured by `server`.
 *
 *     npm run bench -- desk [--boxes 60000] [--json]
 */
import { cpuUsage } from 'node:process'
import { parseArgs } from 'node:util'
import type { DoubleEntry } from '@countersign/election'
import { openDatabase } from '../packages/server/src/database/open.ts'
import { kidNamed, publicKeyOf, unwrap } from '../packages/server/src/fixtures/election.ts'
import { emptyPglite } from '../packages/server/src/fixtures/server.ts'
import { hashOf } from '../packages/server/src/sessions/session.ts'
import { nightOf } from './made-up/night.ts'
import { nightApp } from './made-up/night-app.ts'
import { type Line, median, report, timed } from './made-up/report.ts'

const { values: options } = parseArgs({
  options: { boxes: { type: 'string', default: '60000' }, json: { type: 'boolean' } },
})
const boxes = Number(options.boxes)
const times = 31

/** A copy as two people have keyed it: some thirty lines. */
const figures = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`figures.votes.${i}`, 100 + i]))
const keyedIn: DoubleEntry = {
  state: 'agreeing',
  first: { clerk: 'ministry c1', figures },
  second: { clerk: 'ministry c2', figures },
  figures,
}

const [tookToApply, night] = await timed(() => nightOf(boxes))
const opened = unwrap(await openDatabase({ pglite: await emptyPglite() }))
await opened.database
  .insertInto('sessions')
  .values({
    ...{ token: hashOf('desk'), kid: kidNamed('authority'), public_key: publicKeyOf('authority') },
    ...{ created: new Date(), expires: new Date(Date.now() + 3_600_000) },
  })
  .execute()
await allPackets()
const app = nightApp({ election: night.election, database: opened.database })

const lines: Line[] = []
let coming = night.reported
for (const [what, path] of [
  ['the desk', '/desk'],
  ['a province at the desk', '/desk?area=p1'],
  ['the boxes that wait', '/boxes'],
  ['how far the centres are', '/centres/progress'],
  ['one box', '/boxes/b7'],
  ['the areas, to choose what to keep', '/areas'],
  ['500 boxes of a province, to keep', '/areas/p1/boxes'],
] as const) {
  const took: number[] = []
  let length = 0
  const before = cpuUsage()
  for (let i = 0; i < times; i++) {
    // The record grows each time: what is remembered of a version does not help.
    night.form(coming++)
    const begun = performance.now()
    const answer = await ask(path)
    length = answer.length
    took.push(performance.now() - begun)
  }
  const { user, system } = cpuUsage(before)
  const processor = (user + system) / 1000 / times
  lines.push(
    [`${what}, processor`, processor, 'ms'],
    [`${what}, median`, median(took), 'ms'],
    [`${what}, longest`, Math.max(...took), 'ms'],
  )
  lines.push([`${what}, bytes`, length, ''])
}
const until: number[] = []
for (let i = 0; i < times; i++) {
  const before = JSON.parse(await ask('/desk')).preliminary.taken as number
  const begun = performance.now()
  night.form(coming++)
  const after = JSON.parse(await ask('/desk')).preliminary.taken as number
  until.push(performance.now() - begun)
  if (after !== before + 210) throw new Error(`the desk has ${after} after ${before}`)
}
lines.push(['from a form’s entry until the desk has it, longest', Math.max(...until), 'ms'])
report(`The national desk, ${boxes.toLocaleString('en')} boxes with all copies`, [
  ...lines,
  ['statements', night.election.size, ''],
  ['all of them applied in', tookToApply / 1000, 's'],
  ['peak memory', Math.round(process.resourceUsage().maxRSS / 1024), 'MB'],
])
await opened.close()
process.exit(0)

async function ask(path: string): Promise<string> {
  const response = await app.request(path, { headers: { Cookie: 'session=desk' } })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
  return text
}

/** A packet of each box that has reported, keyed in by two. */
async function allPackets(): Promise<void> {
  const entry = JSON.stringify(keyedIn)
  const rows = Array.from({ length: night.reported }, (_, box) => ({
    ...{ id: box.toString(16).padStart(32, '0'), round: 1, box: `b${box}`, copy: '3', serial: `F-b${box}` },
    ...{
      code: null,
      area: night.countyOf(box),
      arrival: 'taken in' as const,
      explanation: null,
      seals: '[]',
    },
    ...{ entry, state: 'agreeing' as const, version: 6, by: kidNamed('authority'), at: new Date() },
  }))
  for (let at = 0; at < rows.length; at += 2_000)
    await opened.database
      .insertInto('packets')
      .values(rows.slice(at, at + 2_000))
      .execute()
}
