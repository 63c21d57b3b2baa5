import { apply, type Definition, type Election, start } from '@countersign/election'
import { noble, sha256 } from '@countersign/tlog'
import { expect, it } from 'vitest'
import { admit, emptyAdmission, readEntry } from '../admissible.ts'
import { unwrap } from '../fixtures/archive.ts'
import { anEvening, figuresOf, formOf, type Live, staffOf } from '../fixtures/live.ts'
import { type Copy, compareCopy } from './compare.ts'
import { ownCount } from './own-count.ts'
import { publishedRound } from './published-round.ts'
import { typedCopies } from './typed.ts'

async function state({ entries }: Live): Promise<Election> {
  const admission = emptyAdmission()
  let election: Election | undefined
  for (const [index, entry] of entries.entries()) {
    const recorded = unwrap(await admit(admission, entry, index, noble))
    election ??= start(recorded.statement as Definition, recorded.id, sha256)
    apply(election, recorded)
  }
  return election!
}

/** What an agent's phone has read from the codes of a form. */
async function inHand(
  live: Live,
  box: string,
  figures = figuresOf(100, 80),
  staff = staffOf(box),
): Promise<Copy> {
  const { statement, signatures } = unwrap(readEntry(await live.signed(formOf(box, figures), ...staff)))
  return { sort: 'signed', statement, kids: signatures.map(({ kid }) => kid) }
}

it('a signed copy: not published yet, then a signature missing, then identical; another form: different, and where', async () => {
  const live = await anEvening()
  const copy = await inHand(live, 'b1')
  const compared = async (of: Copy) => {
    return compareCopy(await state(live), of)
  }
  expect(await compared(copy)).toMatchObject({ verdict: 'notPublished', grade: 'signed' })
  const relayed = staffOf('b1').slice(0, -1)
  await live.say(formOf('b1', figuresOf(100, 80)), ...relayed)
  expect(await compared(copy)).toMatchObject({ verdict: 'signatureMissing', missing: [expect.any(String)] })
  await live.say(formOf('b1', figuresOf(100, 80)), staffOf('b1').at(-1)!)
  expect(await compared(copy)).toMatchObject({ verdict: 'identical', missing: [], differences: [] })
  const other = await inHand(live, 'b1', { ...figuresOf(100, 80), votes: { 1: 99, 2: 81 } })
  expect(await compared(other)).toMatchObject({
    verdict: 'different',
    differences: [
      { figure: 'votes.1', form: 100, copy: 99 },
      { figure: 'votes.2', form: 80, copy: 81 },
    ],
  })
  expect(await compared({ sort: 'typed', box: 'b9', round: 1, figures: {} })).toMatchObject({
    verdict: 'noSuchBox',
  })
})

it('a typed copy is compared by what it gives, and by the code that was written on it', async () => {
  const live = await anEvening()
  await live.say(formOf('b1', figuresOf(100, 80)), ...staffOf('b1'))
  const election = await state(live)
  const typed = (more: object) =>
    compareCopy(election, { sort: 'typed', box: 'b1', round: 1, figures: {}, ...more })
  expect(typed({ figures: { votes: { 1: 100 } } })).toMatchObject({ verdict: 'identical', grade: 'typed' })
  expect(typed({ figures: { votes: { 1: 101 } } })).toMatchObject({
    verdict: 'different',
    differences: [{ figure: 'votes.1', form: 100, copy: 101 }],
  })
  expect(typed({ code: '0000-0000-0000-0000-0' }).verdict).toBe('different')
})

it('a team counts its copies: what differs, what is not published, where it has none', async () => {
  const live = await anEvening()
  const right = await inHand(live, 'b1')
  await live.say(formOf('b1', figuresOf(110, 70)), ...staffOf('b1'))
  await live.say(formOf('b2', figuresOf(60, 70)), ...staffOf('b2'))
  const election = await state(live)
  const typed: Copy = { sort: 'typed', box: 'b1', round: 1, figures: { votes: { 1: 1, 2: 1 } } }
  const published = publishedRound(election, 1)!
  expect(ownCount(published, [typed, right])).toMatchObject({
    ...{ treeSize: election.size, boxes: 2, copies: 1, grades: { signed: 1, photographed: 0, typed: 0 } },
    own: { boxes: 1, votes: { anna: 100, boris: 80 } },
    same: {
      own: { boxes: 1, votes: { anna: 100, boris: 80 } },
      published: { boxes: 1, votes: { anna: 110, boris: 70 } },
    },
    preliminary: { boxes: 2, votes: { anna: 170, boris: 140 } },
    differing: [{ box: 'b1', grade: 'signed' }],
    withoutCopy: ['b2'],
    twice: ['b1'],
  })
})

it('copies typed as JSON: one or a list; what is none is said', () => {
  const one = { box: '26-0001', figures: { taken: 610, votes: { 1: 300 } }, code: 'ABCD' }
  expect(unwrap(typedCopies(one))).toEqual([{ sort: 'typed', round: 1, ...one }])
  expect(unwrap(typedCopies([one, { ...one, round: 2 }]))).toMatchObject([{ round: 1 }, { round: 2 }])
  for (const wrong of [null, 7, { box: '../etc', figures: {} }, { box: 'b1', figures: { taken: -1 } }])
    expect(typedCopies(wrong)).toMatchObject({ ok: false, refusal: { code: 'no-copy' } })
})
