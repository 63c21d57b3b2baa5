/**
 * Replays a million statements: rows of boxes in 2,000 areas, applied in order. Beside it the bare addition of the same
 * figures, box by box, into the sums of the same areas. In one run; medians.
 *
 *     npm run bench -- replay [--json]
 */
import { apply, type Definition, type Import, start, tally } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { median, report, timed } from './made-up/report.ts'

const statements = 1_000_000
const districts = 2_000
const rounds = 3
const archive = 'a1'.repeat(32)
const archivist = 'b2'.repeat(32)
const id = '5e'.repeat(32)
const kid = (key: string) =>
  Buffer.from(sha256(Buffer.from(key, 'hex')))
    .toString('hex')
    .slice(0, 16)

const definition: Definition = {
  kind: 'definition',
  round: 0,
  mode: 'archive',
  name: { en: 'A benchmark' },
  origin: 'bench',
  vkey: 'bench+00000000+AQ',
  bodies: [{ id: 'a', role: 'authority', name: { en: 'Archive' }, keys: [{ key: archive, card: '1' }] }],
  rounds: [{ number: 1, date: '2024-01-01', rule: 'plurality', of: 'valid' }],
  denominators: ['valid', 'taken'],
  levels: [
    { id: 'country', name: { en: 'Country' } },
    { id: 'district', name: { en: 'District' } },
  ],
  countedLevel: 'box',
}

const rows = Array.from({ length: statements }, (_, i) => rowOf(i))
const ours: number[] = []
const bare: number[] = []
for (let i = 0; i < rounds; i++) {
  const [bareTime, sum] = await timed(added)
  const [time, total] = await timed(replayed)
  if (sum !== total) throw new Error(`replay counted ${total} votes, the bare addition ${sum}`)
  ours.push(time)
  bare.push(bareTime)
}
report(`Replay of ${statements.toLocaleString('en')} statements, ${rounds} rounds, medians`, [
  ['replay', median(ours) / 1000, 's'],
  ['statements a second', Math.round(statements / (median(ours) / 1000)), ''],
  ['bare addition of the same figures', median(bare) / 1000, 's'],
  ['replay / bare addition', median(ours) / median(bare), '×'],
  ['peak memory', Math.round(process.resourceUsage().maxRSS / 1024), 'MB'],
])

/** @returns the votes counted */
function replayed(): number {
  const state = start(definition, id, sha256)
  const common = { definition: id, round: 0 }
  const named = (id: string, level: string, parent?: string) => ({
    id,
    level,
    name: { en: id },
    ...(parent && { parent }),
  })
  const first = [
    definition,
    {
      kind: 'areas' as const,
      ...common,
      areas: [
        named('c', 'country'),
        ...Array.from({ length: districts - 1 }, (_, i) => named(`d${i}`, 'district', 'c')),
      ],
    },
    {
      kind: 'enrol' as const,
      ...common,
      side: 'a',
      keys: [{ key: archivist, role: 'archivist' as const, card: '2' }],
    },
    {
      kind: 'ballot' as const,
      ...common,
      round: 1,
      candidates: [1, 2].map(number => ({
        number,
        id: `candidate-${number}`,
        name: { en: `Candidate ${number}` },
      })),
    },
  ]
  const byArchive = [kid(archive)]
  const byArchivist = [kid(archivist)]
  let index = 0
  for (const statement of first) {
    apply(state, { index, id: index === 0 ? id : idOf(index), statement, signers: byArchive, again: false })
    index++
  }
  for (const statement of rows) {
    apply(state, { index, id: idOf(index), statement, signers: byArchivist, again: false })
    index++
  }
  const { candidates } = tally(state).rounds[0]!
  return candidates['candidate-1']! + candidates['candidate-2']!
}

/** What any replay must do at least: look up the area, add up its figures and the nation's. */
function added(): number {
  const sums = new Map<string, Float64Array>()
  const nation = new Float64Array(6)
  for (const { area, figures } of rows) {
    let sum = sums.get(area)
    if (!sum) {
      sum = new Float64Array(6)
      sums.set(area, sum)
    }
    for (const into of [sum, nation]) {
      into[0]! += figures.eligible!
      into[1]! += figures.taken!
      into[2]! += figures.invalid!
      into[3]! += figures.valid!
      into[4]! += figures.votes![1]!
      into[5]! += figures.votes![2]!
    }
  }
  return nation[4]! + nation[5]!
}

function idOf(index: number): string {
  return index.toString(16).padStart(64, '0')
}

function rowOf(i: number): Import {
  const votes = { 1: 100 + (i % 90), 2: 80 + (i % 70) }
  const valid = votes[1] + votes[2]
  const figures = { eligible: 300, taken: valid + 12, invalid: 12, valid, votes }
  return {
    kind: 'import',
    definition: id,
    round: 1,
    area: `d${i % (districts - 1)}`,
    box: `box-${i}`,
    status: 'counted',
    figures,
  }
}
