import { createHash } from 'node:crypto'
import { rowsOf } from '@countersign/analysis'
import { draw, planFile, seedOf } from '@countersign/analysis/audits'
import type { AuditLine } from '@countersign/publication'
import { expect, test } from 'vitest'
import type { Files } from '../files/files.ts'
import { replayedHtml } from './audit-replay.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const rows = rowsOf({
  about: { name: { en: 'Made up' }, round: 1, rule: 'plurality', of: 'valid' },
  level: 'box',
  candidates: ['anna', 'boris'].map((id, i) => ({ id, number: i + 1, name: { en: id } })),
  areas: [],
  rows: Array.from({ length: 20 }, (_, i) => ({
    id: `b${i}`,
    figures: { taken: 100, invalid: 0, votes: { 1: 60, 2: 40 } },
  })),
})

/** A planned and drawn audit as a record states it, and its files. */
function audited(): { lines: AuditLine[]; files: Map<string, Uint8Array>; boxes: string[] } {
  const plan = planFile(rows, [{ kind: 'beats', winner: 'anna', loser: 'boris' }], {
    audit: 'A1',
    riskPerMille: 100,
  })
  if (!plan.ok) throw new Error(plan.refusal.message)
  const bytes = new TextEncoder().encode(JSON.stringify(plan.value))
  const seed = seedOf('6 1 3 2 5 5', sha256)
  const weights = plan.value.boxes.map(({ weight }) => weight)
  const boxes = draw(weights, seed, { count: 4 }, sha256).map(({ place }) => `b${place}`)
  const line = {
    entry: 1,
    audit: 'A1',
    round: 1,
    text: null,
    seed: null,
    boxes: [],
    blob: null,
    riskPerMille: null,
  }
  const lines: AuditLine[] = [
    { ...line, step: 'plan', blob: hex(sha256(bytes)), riskPerMille: 100 },
    { ...line, step: 'seed', text: '6 1 3 2 5 5', seed: hex(seed) },
    { ...line, step: 'draw', boxes },
  ]
  return { lines, files: new Map([[`blob/sha256/${hex(sha256(bytes))}`, bytes]]), boxes }
}

const over = (files: ReadonlyMap<string, Uint8Array>) =>
  ({ source: { read: async (path: string) => files.get(path) } }) as unknown as Files

test('an audit is replayed in the reader’s language', async () => {
  const { lines, files } = audited()
  const english = await replayedHtml(over(files), lines, 'en')
  expect(english.ok && english.value).toContain('4 draws')
  const persian = await replayedHtml(over(files), lines, 'fa')
  expect(persian.ok && persian.value).toContain('۴ قرعه')
})

test('a draw that the seed does not give, and a plan that is another, are told', async () => {
  const { lines, files, boxes } = audited()
  const other = ['b19', ...boxes.slice(1)]
  const drawn = await replayedHtml(over(files), [...lines.slice(0, 2), { ...lines[2]!, boxes: other }], 'en')
  expect(drawn.ok || drawn.refusal.code).toBe('draw-differs')
  const [path, bytes] = [...files][0]!
  const changed = await replayedHtml(over(new Map([[path, bytes.slice(1)]])), lines, 'en')
  expect(changed.ok || changed.refusal.code).toBe('no-blob')
})
