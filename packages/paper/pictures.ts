// Makes the pictures of docs/printed.md: node packages/paper/pictures.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { anOccasion, aPlace, aSignedForm, unwrap } from './src/fixtures/occasion.ts'
import { type Grey, photograph } from './src/fixtures/photograph.ts'
import { blankForm, cardSheets, countSheet, filledForm, type Printed, poster } from './src/index.ts'
import { pixelsOf } from './src/node/fixtures/pixels.ts'
import { typeset } from './src/node/index.ts'

const [en, fa] = [anOccasion({ language: 'en', copies: 5 }), anOccasion({ language: 'fa', copies: 5 })]
const rehearsal = anOccasion({ language: 'en', copies: 5, rehearsal: true })
const code = '7H2KQ9XW3MPT4VBN8RDC01FGJ2AB'
const invited = {
  link: `https://elections.example.org/staff/#/join/${code}`,
  code,
  side: 'وزارت کشور',
  where: 'دبستان رجایی',
}
const filled = unwrap(filledForm(fa, aPlace(), await aSignedForm(fa)))

// The third of five copies.
await picture('paper-blank-en', blankForm(en, aPlace()), 5)
await picture('paper-filled-fa-1', filled, 5)
await picture('paper-filled-fa-2', filled, 6)
await picture('paper-rehearsal-en', blankForm(rehearsal, aPlace()), 6)
await picture('paper-count-sheet-fa', countSheet(fa, aPlace()), 1)
await picture(
  'paper-poster-en',
  poster(en, { place: aPlace(), address: 'https://elections.example.org/en/place/?box=23-0107-041' }),
  1,
)
await picture(
  'paper-cards-fa',
  cardSheets(
    fa,
    Array.from({ length: 10 }, (_, i) => ({ ...invited, role: 'official', card: `M-${1000 + i}` })),
  ),
  1,
)
const seen = photograph(await pixelsOf(typeset([filled]).picture(6), 1_500), {
  width: 750,
  height: 1_000,
  turn: 7,
  tilt: [13, -9],
  blur: 0.6,
  noise: 4,
  shadow: 0.5,
  jpeg: 70,
  seed: 4,
})
// Fewer greys, a smaller file.
write('paper-photograph', { ...seen, pixels: seen.pixels.map(grey => grey & 0xf0) })

async function picture(name: string, printed: Printed, page: number): Promise<void> {
  write(name, await pixelsOf(typeset([printed]).picture(page), 900))
}

/** A grey PNG: all rows with no filter, in one piece. */
function write(name: string, { width, height, pixels }: Grey): void {
  const rows = Buffer.alloc(height * (width + 1))
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const opening = Buffer.from('89504e470d0a1a0a', 'hex')
  const png = [
    opening,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  const file = join(import.meta.dirname, '../../docs/pictures', `${name}.png`)
  writeFileSync(file, Buffer.concat(png))
  process.stdout.write(`${file}\n`)
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
