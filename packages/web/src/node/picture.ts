import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

let ready: Promise<readonly Uint8Array[]> | undefined

/** A drawing as PNG. Its typeface is Vazirmatn, which has Latin and Arabic letters, whatever fonts a machine has. */
export async function pictureOf(svg: string): Promise<Uint8Array> {
  ready ??= prepare()
  const fontBuffers = [...(await ready)]
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Vazirmatn', loadSystemFonts: false },
  })
  const image = drawing.render()
  const png = image.asPng()
  image.free()
  drawing.free()
  return png
}

async function prepare(): Promise<readonly Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url)
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  const fonts = join(dirname(resolve('vazirmatn/package.json')), 'fonts/ttf')
  return ['Vazirmatn-Regular.ttf', 'Vazirmatn-Bold.ttf'].map(font => readFileSync(join(fonts, font)))
}
