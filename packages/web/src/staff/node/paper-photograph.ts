import { namesOnForm, pageCodeAreas } from '@countersign/election'
import type { Page } from 'playwright-core'
import qrcode from 'qrcode-generator'

/** Pixels of a millimetre of paper. */
const scale = 5

/**
 * A photograph, as JPEG, of a printed page: its code at its corner, and a line of names where the form has them. Where it
 * was taken stands in it, as phones write it.
 */
export async function paperPhotograph(page: Page, code: string): Promise<Buffer> {
  const { x, y, width } = pageCodeAreas[0]!
  const names = namesOnForm(22)
  const box = (left: number, top: number, more: string) =>
    `position:absolute;left:${left * scale}px;top:${top * scale}px;${more}`
  await page.setViewportSize({ width: 210 * scale, height: 297 * scale })
  await page.setContent(`<body style="margin:0;background:#fff;font:${6 * scale}px sans-serif">
    <div style="${box(12, 16, '')}">Result form</div>
    <div style="${box(x, y, `width:${width * scale}px`)}">${drawn(code)}</div>
    <div style="${box(15, names.y + names.height / 2, '')}" id="names">Leader: Somebody’s Name, signed</div>
    <div style="${box(15, 230, '')}">Taken 200 · 90 · 70 · 30 · 10</div>
  </body>`)
  const plain = await page.screenshot({ type: 'jpeg', quality: 90 })
  return traced(plain)
}

function drawn(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Alphanumeric')
  code.make()
  return code.createSvgTag({ cellSize: 3, margin: 0, scalable: true })
}

/** The same picture with an Exif segment. */
function traced(jpeg: Buffer): Buffer {
  const contents = Buffer.from('Exif\0\0 35.6892 N 51.3890 E')
  const length = Buffer.from([0xff, 0xe1, 0, contents.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), length, contents, jpeg.subarray(2)])
}
