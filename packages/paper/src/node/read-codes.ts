import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** A picture in memory: four bytes a pixel. */
export type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>

/**
 * The texts of all QR codes on a photograph or scan.
 * @param picture the bytes of a JPEG or PNG file, or pixels
 * @returns none where nothing is found, or where it is no picture
 */
export async function readCodes(picture: Uint8Array | Pixels): Promise<readonly string[]> {
  prepare()
  const found = await readBarcodes(picture as Uint8Array, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 255,
  })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

let prepared = false
/** The reader's code lies beside it; it is not fetched from anywhere. */
function prepare(): void {
  if (prepared) return
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = new Uint8Array(readFileSync(path)).buffer
  prepareZXingModule({ overrides: { wasmBinary } })
  prepared = true
}
