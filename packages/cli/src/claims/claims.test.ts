import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'

const folder = inOwnFolder()
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('an article, claim by claim, in the documented shape', async () => {
  write(
    'one.txt',
    'July 12, 2024\n\nPezeshkian secured 53.6 per cent of votes in the runoff. He is 69 years old. Turnout mattered.\n',
  )
  const { answer, exit } = await json('claims', 'one.txt')
  expect(exit).toBe(0)
  expect(Object.keys(answer)).toEqual(['documents', 'contradictions'])
  const [document] = answer.documents
  expect(document).toMatchObject({ file: 'one.txt', date: '2024-07-12' })
  expect(document.claims).toHaveLength(1)
  expect(document.claims[0]).toMatchObject({
    sentence: 'Pezeshkian secured 53.6 per cent of votes in the runoff',
    quantity: { value: 53.6, unit: 'percent', hedge: 'plain', step: 0.1 },
    subject: 'share of Masoud Pezeshkian',
    election: 'iran-2024',
    round: 2,
    denominator: { stated: 'votes', holds: ['taken'] },
    saidBy: 'author',
    verdict: 'rounding',
  })
  expect(document.claims[0].explanation).toContain('16,384,403 / 30,530,157 = 53.666 %')
  expect(document.notUnderstood).toContainEqual(
    expect.objectContaining({ text: '69 years old', reason: 'it is an age' }),
  )
})

test('two texts that cannot both be true are set side by side', async () => {
  write('first.txt', 'In the runoff of 2024 Pezeshkian won 53.7 percent of the vote.\n')
  write('second.txt', 'In the runoff of 2024 Pezeshkian won 60 percent of the vote.\n')
  const { answer } = await json('claims', 'first.txt', 'second.txt')
  expect(answer.documents[1].claims[0].verdict).toBe('contradicted')
  expect(answer.contradictions).toMatchObject([
    { first: { value: 53.7 }, second: { file: 'second.txt', value: 60 } },
  ])
  const told = await ran('claims', 'first.txt', 'second.txt')
  expect(told.out).toContain('contradicted. It is 53.666 %')
  expect(told.out).toContain('These cannot both be true')
})

test('a text in Persian, answered in Persian', async () => {
  write('fa.txt', '۲۲ تیر ۱۴۰۳\n\nپزشکیان در دور دوم ۵۳٫۶ درصد آرا را به دست آورد.\n')
  const told = await ran('claims', 'fa.txt', '--lang', 'fa')
  expect(told.out).toContain('۱۶٬۳۸۴٬۴۰۳ / ۳۰٬۵۳۰٬۱۵۷ = ۵۳٫۶۶۶ ٪')
})

test('a further election: a file of facts, and a record, whose totals become facts', async () => {
  const importing = twoTowns(folder, ['7,T1,40,10,1,5,4', '8,T2,50,20,2,13,5'])
  await json(...importing('towns'))
  write('towns.txt', 'Anna won 60 percent of the vote. Turnout was 33.3 percent.\n')
  const { answer } = await json('claims', 'towns.txt', '--election', 'towns')
  expect(
    answer.documents[0].claims.map((claim: Record<string, unknown>) => [claim.election, claim.verdict]),
  ).toEqual([
    ['towns', 'supportedUnder'],
    ['towns', 'supported'],
  ])
  const without = await ran('claims', 'towns.txt', '--election', 'nowhere')
  expect([without.exit, without.err]).toEqual([2, expect.stringContaining('There is no nowhere')])
  write('bad.json', '{"country": 3}')
  expect((await ran('claims', 'towns.txt', '--election', 'bad.json')).exit).toBe(2)
})

test('what cannot be read, and a day that is none, are refused with what to do', async () => {
  expect((await ran('claims', 'missing.txt')).exit).toBe(2)
  expect((await ran('claims', 'one.txt', '--date', '12 July')).err).toContain('2024-07-12')
})
