import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

let ready: Promise<unknown> | undefined

/** A code that was seen, and where its corners lie in the picture, in pixels. */
export interface SeenCode {
  readonly text: string
  readonly corners: ReadResult['position']
}

/** The texts of the QR codes in a picture, as taken by a camera or chosen from the device's pictures. */
export async function codesIn(picture: Blob | ImageData): Promise<readonly string[]> {
  // Several texts may share a code, one a line.
  return (await seenCodes(picture)).flatMap(({ text }) => text.split('\n'))
}

/** The QR codes in a picture, with their places. */
export async function seenCodes(picture: Blob | ImageData): Promise<readonly SeenCode[]> {
  ready ??= prepareZXingModule({
    // The reader is one of the application's own files, so that it works with no network.
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
    },
    fireImmediately: true,
  })
  await ready
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found.filter(({ isValid }) => isValid).map(({ text, position }) => ({ text, corners: position }))
}
