/**
 * Paper: how fast it is set in type, in processor time, and how often its codes are read from photographs.
 * Cards for 6,000 people in batches of 1,000; blank forms of 40 boxes, five copies each. Then a filled form of 18
 * signatures, both of its pages' codes, photographed whole with simulated cameras of 8 and 5 megapixels: perspective,
 * uneven light, blur, noise, JPEG.
 *
 *     npm run bench -- paper [--json] [--shots 20]
 */
import { blankForm, cardSheets, filledForm } from '@countersign/paper'
import { readCodes, typeset } from '@countersign/paper/node'
import { codesOf } from '@countersign/record'
import { anOccasion, aPlace, aSignedForm, unwrap } from '../packages/paper/src/fixtures/occasion.ts'
import { photograph, type Shot } from '../packages/paper/src/fixtures/photograph.ts'
import { asPixels, pixelsOf } from '../packages/paper/src/node/fixtures/pixels.ts'
import { report } from './made-up/report.ts'

const shots = Number(process.argv[process.argv.indexOf('--shots') + 1]) || 20

cards()
forms()
await photographs()

function cards(): void {
  const occasion = anOccasion({ language: 'fa' })
  let pages = 0
  let bytes = 0
  const seconds = spent(() => {
    for (let batch = 0; batch < 6; batch++) {
      const people = Array.from({ length: 1_000 }, (_, i) => {
        const code = String(batch * 1_000 + i).padStart(28, '7H2KQ9XW3MPT4VBN8RDC01FGJ2AB')
        const link = `https://elections.example.org/staff/#/join/${code}`
        return {
          link,
          code,
          role: 'official',
          side: 'وزارت کشور',
          card: `M-${i}`,
          where: 'دبستان رجایی',
        } as const
      })
      const set = typeset([cardSheets(occasion, people)])
      pages += set.pages
      bytes += set.pdf(0).length
    }
  })
  report('Invitation cards for 6,000 people', [
    ['pages', pages, ''],
    ['processor time', seconds, 's'],
    ['a page', (1000 * seconds) / pages, 'ms'],
    ['for 60,000 people', 10 * seconds, 's'],
    ['PDF', bytes / 1e6, 'MB'],
  ])
}

function forms(): void {
  const occasion = anOccasion({ language: 'fa', copies: 5 })
  let pages = 0
  const seconds = spent(() => {
    const set = typeset(
      Array.from({ length: 40 }, (_, i) => blankForm(occasion, { ...aPlace(), box: `23-${i}` })),
    )
    set.pdf(0)
    pages = set.pages
  })
  report('Blank forms of 40 boxes, five copies each', [
    ['pages', pages, ''],
    ['processor time', seconds, 's'],
    ['a page', (1000 * seconds) / pages, 'ms'],
  ])
}

async function photographs(): Promise<void> {
  const occasion = anOccasion({ language: 'fa' })
  const signed = await aSignedForm(occasion)
  const page = typeset([unwrap(filledForm(occasion, aPlace(), signed))]).picture(2)
  const paper = await pixelsOf(page, 2_480)
  const texts = unwrap(codesOf(signed.entry))
  const large = { width: 2_448, height: 3_264 }
  const small = { width: 1_944, height: 2_592 }
  const steady = { blur: 0.8, noise: 5, shadow: 0.3, jpeg: 85 }
  const hasty = { blur: 1.3, noise: 8, shadow: 0.5, jpeg: 70 }
  const poor = { blur: 1.8, noise: 12, shadow: 0.6, jpeg: 60 }
  for (const [name, camera, hand, lean] of [
    ['8 megapixels, a steady hand (up to 6° askew)', large, steady, 6],
    ['8 megapixels, in haste (up to 15° askew)', large, hasty, 15],
    ['8 megapixels, dark and shaken (up to 22° askew)', large, poor, 22],
    ['5 megapixels, a steady hand (up to 6° askew)', small, steady, 6],
    ['5 megapixels, in haste (up to 15° askew)', small, hasty, 15],
  ] as const) {
    let codes = 0
    let whole = 0
    for (let seed = 0; seed < shots; seed++) {
      const read = await readCodes(
        asPixels(photograph(paper, { ...camera, ...hand, ...leaning(seed, lean), seed })),
      )
      const found = texts.filter(text => read.includes(text)).length
      codes += found
      whole += Number(found === texts.length)
    }
    report(`Photographs: ${name}`, [
      ['shots', shots, ''],
      ['codes read', (100 * codes) / (shots * texts.length), '%'],
      ['forms read from one shot', (100 * whole) / shots, '%'],
    ])
  }
}

/** Turned and tilted by angles that go round as the shots do. */
function leaning(seed: number, most: number): Pick<Shot, 'turn' | 'tilt'> {
  const at = (phase: number) => most * Math.sin(seed * 2.4 + phase)
  return { turn: at(0), tilt: [at(1.3), at(2.9)] }
}

/** Seconds of processor time. */
function spent(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
