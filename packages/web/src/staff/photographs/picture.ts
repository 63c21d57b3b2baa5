import { onlySeen } from '@countersign/record'
import type { Region } from './region.ts'

/** The longer side of what is published, in pixels: every figure of a form can be read. */
const longest = 2_000
/** JPEG, 0 to 1. */
const quality = 0.82

/** A photograph upright, as large as it is published. */
export type Upright = OffscreenCanvas

/** Opens a file as a picture; undefined where it is none that this browser reads. */
export async function uprightOf(file: Blob): Promise<Upright | undefined> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!bitmap) return undefined
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  drawn(canvas).drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas
}

export function pixelsOf(upright: Upright): ImageData {
  return drawn(upright).getImageData(0, 0, upright.width, upright.height)
}

/** The picture as a JPEG, to be shown. */
export function shownAs(upright: Upright): Promise<Blob> {
  return upright.convertToBlob({ type: 'image/jpeg', quality })
}

/** The bytes that are published: regions black, and nothing in them but what is seen. */
export async function masked(upright: Upright, regions: readonly Region[]): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(upright.width, upright.height)
  const drawing = drawn(canvas)
  drawing.drawImage(upright, 0, 0)
  drawing.fillStyle = '#000000'
  for (const { x, y, width, height } of regions)
    drawing.fillRect(x * canvas.width, y * canvas.height, width * canvas.width, height * canvas.height)
  const made = new Uint8Array(await (await shownAs(canvas)).arrayBuffer())
  const seen = onlySeen(made)
  if (!seen) throw new Error('the browser made a JPEG that is none')
  return seen
}

function drawn(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser gives no canvas')
  return context
}
