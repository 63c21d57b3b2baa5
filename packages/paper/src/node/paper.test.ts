import {
  checks,
  codeOf,
  figureWords,
  namesOnForm,
  type PaperArea,
  pageCodeAreas,
} from '@countersign/election'
import { codesOf, pageCode, readEntry } from '@countersign/record'
import { expect, test } from 'vitest'
import { readBarcodes } from 'zxing-wasm/reader'
import { cardSheets } from '../cards.ts'
import { countSheet } from '../count-sheet.ts'
import { anOccasion, aPlace, aSignedForm, unwrap } from '../fixtures/occasion.ts'
import { photograph } from '../fixtures/photograph.ts'
import { type Run, textsOf } from '../fixtures/text.ts'
import { blankForm } from '../form/blank.ts'
import { filledForm } from '../form/filled.ts'
import type { PaperForm } from '../form/form.ts'
import { inWords } from '../numbers.ts'
import { poster } from '../poster.ts'
import type { Printed } from '../printed.ts'
import { say } from '../words.ts'
import { worksheet } from '../worksheet.ts'
import { asPixels, pixelsOf } from './fixtures/pixels.ts'
import { readCodes } from './read-codes.ts'
import { typeset } from './typeset.ts'

const created = 1_938_544_200
const languages = ['en', 'fa'] as const

async function pagesOf(printed: Printed): Promise<readonly (readonly Run[])[]> {
  return textsOf(typeset([printed]).pdf(created))
}

function words(pages: readonly (readonly Run[])[]): string {
  return pages.flatMap(runs => runs.map(({ text }) => text)).join(' ')
}

/** Every card, sheet and form of the tests, in a language. */
async function everything(language: 'en' | 'fa', long: boolean): Promise<Readonly<Record<string, Printed>>> {
  const occasion = anOccasion({ language, long, ...(long && { candidates: 20, grounds: 8 }) })
  const place = aPlace(long)
  const card = {
    link: 'https://e.example/staff/#/join/7H2KQ9XW3MPT4VBN8RDC01FGJ2AB',
    code: '7H2KQ9XW3MPT4VBN8RDC01FGJ2AB',
  }
  const invited = {
    ...card,
    role: 'supervisor',
    side: occasion.ballot.candidates[0]!.name[language]!,
    card: 'M-100',
    where: place.name![language]!,
  } as const
  return {
    blank: blankForm(occasion, place),
    filled: unwrap(filledForm(occasion, place, await aSignedForm(occasion))),
    'count sheet': countSheet(occasion, place),
    poster: poster(occasion, { place, address: 'https://e.example/en/place/?box=23-0107-041' }),
    cards: cardSheets(
      occasion,
      Array.from({ length: 23 }, () => invited),
    ),
    worksheet: worksheet(occasion, {
      title: place.name![language]!,
      notes: ['20 31 88 04'],
      columns: ['a', 'b', 'c'],
      rows: Array.from({ length: 60 }, (_, i) => [`23-${i}`, place.name![language]!, null]),
      signers: ['–'],
    }),
  }
}

test('a filled form says every figure beside its name, in both languages and their digits', async () => {
  for (const language of languages) {
    const occasion = anOccasion({ language })
    const signed = await aSignedForm(occasion)
    const text = words(await pagesOf(unwrap(filledForm(occasion, aPlace(), signed))))
    const { statement } = unwrap(readEntry(signed.entry))
    if (statement.kind !== 'form') throw new Error(statement.kind)
    const { votes, invalidBy, notTakenBy, ...single } = statement.figures
    for (const figure of [votes, invalidBy, notTakenBy]
      .flatMap(by => Object.values(by ?? {}))
      .concat(Object.values(single)))
      expect(text).toContain(figure.toLocaleString(language))
    if (language === 'en') {
      expect(text).toContain(figureWords.spoiled.en)
      expect(text).toContain(inWords(votes![3]!, 'en'))
    }
  }
})

test('each copy is its own: two pages, its number, its destination and a code that says so', async () => {
  const occasion = anOccasion({ language: 'en', copies: 5 })
  const printed = blankForm(occasion, aPlace())
  const pages = await pagesOf(printed)
  expect(pages).toHaveLength(10)
  const destinations = [
    'the box, sealed',
    'the leader',
    'the local centre',
    'the supervising body',
    'the ministry',
  ]
  for (const [i, runs] of pages.entries()) {
    const text = words([runs])
    expect(text).toContain(`Copy ${Math.floor(i / 2) + 1} of 5`)
    expect(text).toContain(`for: ${destinations[Math.floor(i / 2)]}`)
    expect(text).toContain(`Page ${(i % 2) + 1} of 2`)
  }
  const third = { ...occasion.definition, copies: [occasion.definition.copies![2]!] }
  const alone = typeset([blankForm({ ...occasion, definition: third }, aPlace())])
  const read = await readCodes(asPixels(await pixelsOf(alone.picture(2), 1000)))
  const page = { definition: occasion.definitionId, round: 1, box: '23-0107-041', serial: 'F-1028841' }
  expect(read).toEqual([pageCode({ ...page, copy: 3, page: 2 })])
})

test('a blank form has room where a filled one has figures, and a dash is no zero', async () => {
  const occasion = anOccasion({ language: 'en' })
  const blank = words(await pagesOf(blankForm(occasion, aPlace())))
  expect(blank).toContain('in words')
  expect(blank).not.toContain('6,000')
  const filled = words(await pagesOf(unwrap(filledForm(occasion, aPlace(), await aSignedForm(occasion)))))
  expect(filled).toMatch(/Check-ins on paper\s+–/)
  expect(filled).toMatch(/Excess ballots drawn, unread\s+0/)
})

test('who signed, who refused and why, what does not add up, who objects: all of it is on the paper', async () => {
  const occasion = anOccasion({ language: 'en' })
  const signed = await aSignedForm(occasion)
  const { statement } = unwrap(readEntry(signed.entry))
  if (statement.kind !== 'form') throw new Error(statement.kind)
  const wrong = await aSignedForm(occasion, {
    figures: { ...statement.figures, valid: statement.figures.valid! + 5 },
    people: [
      { role: 'leader', side: 'ministry', ink: 'signed' },
      { role: 'supervisor', side: 'council', ink: 'refused', ground: 'Not compared.' },
    ],
    explanations: [{ check: 'B01', text: 'Recounted twice.' }],
  })
  const printed = filledForm(occasion, aPlace(), {
    ...wrong,
    objections: [{ side: 'n2', ground: 'Read out of sight.' }],
  })
  const text = words(await pagesOf(unwrap(printed)))
  for (const said of [
    'refused to sign',
    'Not compared.',
    'Recounted twice.',
    'Objection of Boris Bahmani',
    'Read out of sight.',
    'B01',
    'B02',
  ])
    expect(text).toContain(said)
  expect(text).toContain('The candidates’ votes add up to')
  expect(text).toContain('official · The ministry × 11')
  expect(text).toContain(codeOf(unwrap(readEntry(wrong.entry)).id))
  expect(text).not.toContain('Every sum')
})

test('what is no form of this box is not printed as one', async () => {
  const occasion = anOccasion({ language: 'en' })
  const signed = await aSignedForm(occasion)
  expect(filledForm(occasion, { ...aPlace(), box: 'X' }, signed)).toMatchObject({
    refusal: { code: 'other-box' },
  })
  expect(filledForm(occasion, aPlace(), { ...signed, entry: signed.entry.slice(1) })).toMatchObject({
    ok: false,
  })
  expect(checks.B01.says.votes.en).toContain('add up')
})

test('a rehearsal says so across every page, and nothing else does', async () => {
  for (const [language, mark] of [
    ['en', 'REHEARSAL'],
    ['fa', 'تمرین'],
  ] as const) {
    const rehearsal = anOccasion({ language, rehearsal: true })
    const pages = await pagesOf(blankForm(rehearsal, aPlace()))
    for (const runs of pages) expect(words([runs.filter(({ upright }) => !upright)])).toContain(mark)
    const real = await pagesOf(countSheet(anOccasion({ language }), aPlace()))
    expect(real.flat().every(({ upright }) => upright)).toBe(true)
  }
})

test('the same matter gives the same bytes, whenever it is made', () => {
  const printed = countSheet(anOccasion({ language: 'fa' }), aPlace())
  const [first, second] = [typeset([printed]).pdf(created), typeset([printed]).pdf(created)]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(Buffer.from(first).equals(Buffer.from(typeset([printed]).pdf(created + 86_400)))).toBe(false)
})

test.for(languages)(
  'with 20 candidates, 8 grounds and the longest names nothing leaves the page or lies on anything else (%s)',
  async language => {
    for (const [name, printed] of Object.entries(await everything(language, true)))
      for (const [i, runs] of (await pagesOf(printed)).entries()) {
        const upright = runs.filter(run => run.upright)
        for (const { text, left, right, top, bottom } of upright)
          expect([left >= 20, right <= 575, top >= 20, bottom <= 827], `${name} ${i + 1}: ${text}`).toEqual([
            true,
            true,
            true,
            true,
          ])
        expect(overlaps(upright), `${name}, page ${i + 1}`).toEqual([])
      }
  },
)

/** Pairs of runs that lie on each other. Letters of one line may reach under their neighbours, as ج does. */
function overlaps(runs: readonly Run[]): string[] {
  return runs.flatMap((one, i) =>
    runs
      .slice(i + 1)
      .filter(two => Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1)
      .filter(two => {
        const reach = Math.abs(one.bottom - two.bottom) < 0.5 ? 4 : 1
        return Math.min(one.right, two.right) - Math.max(one.left, two.left) > reach
      })
      .map(two => `${one.text} | ${two.text}`),
  )
}

test.each(languages)('names and signatures (%s) are where a photograph is masked', async language => {
  const { blank } = await everything(language, false)
  const [, page] = await pagesOf(blank!)
  const { y, height } = namesOnForm((blank!.data as PaperForm).people.length)
  const signatures = page!.filter(({ text }) => say(language, 'form.signature').startsWith(text.trim()))
  expect(signatures.length).toBeGreaterThan(20)
  const mm = (points: number) => (points / 72) * 25.4
  expect(Math.min(...signatures.map(({ top }) => mm(top)))).toBeGreaterThan(y)
  // The room to sign in goes on below the word.
  expect(Math.max(...signatures.map(({ bottom }) => mm(bottom))) + 8).toBeLessThan(y + height)
})

test.each(languages)(
  'the code of a page (%s) stands where a photograph’s own place is looked for',
  async language => {
    const form = typeset([blankForm(anOccasion({ language }), aPlace())])
    const picture = asPixels(await pixelsOf(form.picture(2), 1050))
    await readCodes(picture)
    const [code] = await readBarcodes(picture as never, { formats: ['QRCode'], tryHarder: true })
    const { topLeft, bottomRight } = code!.position
    const near = ({ x, y, width, height }: PaperArea) =>
      [
        topLeft.x / 5 - x,
        topLeft.y / 5 - y,
        bottomRight.x / 5 - x - width,
        bottomRight.y / 5 - y - height,
      ].every(off => Math.abs(off) < 1)
    expect(pageCodeAreas.findIndex(near)).toBe(language === 'en' ? 0 : 1)
  },
)

test('every code of a form is read from photographs that are askew, unevenly lit, blurred, noisy and compressed', async () => {
  const occasion = anOccasion({ language: 'fa' })
  const signed = await aSignedForm(occasion)
  const page = typeset([unwrap(filledForm(occasion, aPlace(), signed))]).picture(2)
  // The lower half of the page, where the codes are: 21 by 14.8 centimetres.
  const paper = await pixelsOf(
    page.replace(
      /viewBox="0 (\S+) (\S+) (\S+)" width="\S+" height="\S+"/,
      (_, top, width) => `viewBox="0 ${Number(top) + 421} ${width} 421" width="${width}pt" height="421pt"`,
    ),
    1900,
  )
  const texts = unwrap(codesOf(signed.entry))
  for (let seed = 0; seed < 3; seed++) {
    const seen = photograph(paper, {
      width: 1600,
      height: 1130,
      turn: 9 * seed - 9,
      tilt: [6 * seed, 12 - 6 * seed],
      blur: 0.9,
      noise: 7,
      shadow: 0.45,
      jpeg: 70,
      seed,
    })
    const read = await readCodes(asPixels(seen))
    expect(
      texts.filter(text => !read.includes(text)).map(text => text.slice(0, 9)),
      `shot ${seed}`,
    ).toEqual([])
  }
})
