import type { Box, Election } from '@countersign/election'

type Round = NonNullable<ReturnType<Election['rounds']['get']>>
interface Seen {
  readonly judgement: Box['judgement']
  readonly signatures: number
  readonly size: number
}

/**
 * Says of a box the version of the record at which it was first seen as it is now: whoever has an answer of that
 * version or a later one knows it already. After a start everything is seen for the first time.
 */
export function changes(): (round: Round, box: Readonly<Box>, size: number) => number {
  const seen = new WeakMap<Round, Map<string, Seen>>()
  return (round, box, size) => {
    const boxes = seen.get(round) ?? new Map<string, Seen>()
    seen.set(round, boxes)
    const { judgement } = box
    const signatures = box.forms.reduce((sum, form) => sum + form.signatures.length, 0)
    const before = boxes.get(box.id)
    // A box that is judged anew has another judgement, though it may say the same.
    if (before && before.judgement === judgement && before.signatures === signatures) return before.size
    boxes.set(box.id, { judgement, signatures, size })
    return size
  }
}
