import type { Import } from '@countersign/election'
import { buildLog, fromMemory, type TileSource } from '@countersign/tlog'
import { beforeAll, expect, test } from 'vitest'
import { aCountry } from '../../node/fixtures/elections.ts'
import { logSigner, unwrap, vkey } from '../../node/fixtures/signed.ts'
import { type Made, published } from '../../node/fixtures/site.ts'
import { type Claim, openLog, prove, proveLines } from './prove.ts'

let entries: readonly Uint8Array[]
let country: Made
let claim: Claim
let root: string

beforeAll(async () => {
  entries = await aCountry()
  country = await published('country', entries)
  const { index, statement } = [...country.election.entries.values()].find(
    ({ statement }) => statement.kind === 'import' && statement.box === '000300',
  )!
  const { round, area, box, figures } = statement as Import
  claim = { entry: index, round, area, box, figures, path: 'boxes/S-1.0.json' }
  root = new TextDecoder().decode(country.files.get('checkpoint')).split('\n')[2]!
})

const treeSize = () => country.election.size
const openAt = (source: TileSource, changes: object = {}, kept?: string) =>
  openLog(source, { vkey, treeSize: treeSize(), root, path: 'election.json', ...changes }, kept)
const checkpointOf = async (of: readonly Uint8Array[]) =>
  new TextDecoder().decode((await buildLog(of, logSigner)).get('checkpoint'))

test('what is shown is what an entry states, few files of the log read', async () => {
  const read: string[] = []
  const source = fromMemory(country.files)
  const counted: TileSource = {
    read(path) {
      read.push(path)
      return source.read(path)
    },
  }
  const open = unwrap(await openAt(counted, {}, await checkpointOf(entries.slice(0, 100))))
  expect(await prove(open, claim)).toMatchObject({
    ok: true,
    value: { entry: claim.entry, size: treeSize(), kind: 'import', figures: 7, continues: 100 },
  })
  expect(read.length).toBeLessThanOrEqual(7)
})

test('a figure that differs, a statement about something else', async () => {
  const open = unwrap(await openAt(fromMemory(country.files)))
  const votes = { ...claim.figures.votes, 2: claim.figures.votes![2]! + 1 }
  expect(await prove(open, { ...claim, figures: { ...claim.figures, votes } })).toMatchObject({
    refusal: {
      code: 'figure-differs',
      where: { figure: 'votes.2', shown: votes[2], stated: votes[2] - 1, path: claim.path },
    },
  })
  const { eligible: _, ...fewer } = claim.figures
  expect(await prove(open, { ...claim, figures: fewer })).toMatchObject({
    refusal: { code: 'figure-differs', where: { figure: 'eligible', shown: '–' } },
  })
  for (const other of [{ box: '000301' }, { box: undefined, area: 'L' }, { round: 2 }, { entry: 1 }])
    expect(await prove(open, { ...claim, ...other })).toMatchObject({ refusal: { code: 'not-about' } })
  expect(await prove(open, { ...claim, entry: 9_999 })).toMatchObject({
    refusal: { code: 'beyond-checkpoint' },
  })
})

test('statements of another kind, or signed by others', async () => {
  const open = unwrap(await openAt(fromMemory(country.files)))
  const { kids } = unwrap(await prove(open, claim))
  const line = { entry: claim.entry, kind: 'import', kids }
  expect(await proveLines(open, [line], 's.json')).toEqual({ ok: true, value: 1 })
  expect(await proveLines(open, [{ ...line, kind: 'form' }], 's.json')).toMatchObject({
    refusal: { code: 'not-about', where: { path: 's.json' } },
  })
  expect(await proveLines(open, [{ ...line, kids: ['00'.repeat(8)] }], 's.json')).toMatchObject({
    refusal: { code: 'other-signers' },
  })
})

test('a publication of another log, or of more than the log has; a fork of what was kept', async () => {
  const source = fromMemory(country.files)
  const refused = async (changes: object, kept?: string) => {
    const opened = await openAt(source, changes, kept)
    return opened.ok ? undefined : opened.refusal.code
  }
  expect(await refused({})).toBeUndefined()
  expect(await refused({ treeSize: treeSize() + 1 })).toBe('publication-ahead')
  expect(await refused({ root: btoa('x'.repeat(32)) })).toBe('publication-differs')
  expect(await refused({ treeSize: 300 })).toBe('publication-differs')
  expect(await refused({}, await checkpointOf([entries[1]!]))).toBe('fork')
  expect(await refused({}, await checkpointOf([...entries, entries[0]!]))).toBe('shrunk')
})
