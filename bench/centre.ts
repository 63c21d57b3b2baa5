/**
 * A centre's night, a hundred times as fast: 600 packets in four hours by twelve clerks, over HTTP into a server with
 * its database (`packages/server/src/fixtures/shift.ts` plays it). Tells how long a clerk waits for an answer, beside
 * the limit of 200 ms, and what was asked for twice; exit 1 where a wait is longer or anything is asked for twice. The
 * clerks run in the server's process, so what they wait includes their own work.
 *
 *     npm run bench -- centre [--packets 600] [--json]
 */
import { cpuUsage } from 'node:process'
import { parseArgs } from 'node:util'
import { seeded } from '@countersign/analysis'
import { aCentre, night } from '../packages/server/src/fixtures/shift.ts'
import { type Line, report } from './made-up/report.ts'

const { values: options } = parseArgs({
  options: { packets: { type: 'string', default: '600' }, json: { type: 'boolean' } },
})
const [packets, clerks, faster] = [Number(options.packets), 12, 100]
/** Milliseconds that a clerk may wait. */
const limit = 200

const centre = await aCentre({ packets, clerks })
const before = cpuUsage()
const told = await night(centre, { packets, clerks, faster, random: seeded(1) })
const { user, system } = cpuUsage(before)
await centre.server.end()

const all = [...told.waits.values()].flat()
const tooLong = all.filter(wait => wait > limit).length
const keyed = [...told.keyings.values()].map(of => of.length)
report(`${packets} packets of one centre, twelve clerks, four hours of 600 packets ${faster} × as fast`, [
  ['the shift took', told.seconds, 's'],
  ['processor, clerks and server together', (user + system) / 1e6, 's'],
  ['answers', all.length, ''],
  ...[...told.waits].flatMap(([what, of]) => waitsOf(what, of)),
  ...waitsOf('anything', all),
  ['limit', limit, 'ms'],
  ['answers that came later than that', tooLong, ''],
  ['copies keyed by two', keyed.filter(n => n === 2).length, ''],
  ['copies that differed, one line keyed by a third', keyed.filter(n => n === 3).length, ''],
  ['transcripts on the record, signed by two', told.transcripts, ''],
  ['asked for twice', told.askedTwice.length, ''],
])
for (const line of told.askedTwice) console.error(line)
process.exit(told.askedTwice.length > 0 || tooLong > 0 || told.transcripts !== packets ? 1 : 0)

function waitsOf(what: string, of: readonly number[]): readonly Line[] {
  const sorted = [...of].sort((a, b) => a - b)
  const within = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
  return [
    [`${what}: half within`, within(0.5), 'ms'],
    [`${what}: 99 of 100 within`, within(0.99), 'ms'],
    [`${what}: the longest`, within(1), 'ms'],
  ]
}
