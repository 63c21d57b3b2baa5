import { logChoose } from '../distributions/distributions.ts'

/**
 * What a recount of boxes drawn at random proves when it finds nothing: the most boxes that may still be miscounted,
 * at this confidence. It says nothing about stuffing, custody or how the boxes were drawn.
 * @param boxes all; @param counted drawn at random without replacement, every one of them found right
 */
export function mostMiscounted(boxes: number, counted: number, confidence: number): number {
  const limit = Math.log(1 - confidence)
  let bad = 0
  const unseen = (bad: number) => logChoose(boxes - bad, counted) - logChoose(boxes, counted)
  while (bad + 1 <= boxes - counted && unseen(bad + 1) >= limit) bad++
  return bad
}
