import type { ClaimReport } from '@countersign/analysis/claims'

/** A stretch of a paragraph: plain, or the words of a claim; `ends` are the claims whose words end with it. */
export interface Piece {
  readonly text: string
  readonly claim?: number
  readonly ends: readonly number[]
}

/** A paragraph of the text with the claims that begin in it, by their place in the list. */
export interface Passage {
  readonly start: number
  readonly pieces: readonly Piece[]
  readonly claims: readonly number[]
}

/** The paragraphs of a text, each cut where claims begin and end. */
export function passagesOf(text: string, claims: readonly ClaimReport[]): readonly Passage[] {
  const passages: Passage[] = []
  for (const { 0: paragraph, index: start } of text.matchAll(/(?:[^\n]|\n(?!\s*\n))+/g)) {
    if (paragraph.trim() === '') continue
    const end = start + paragraph.length
    const here = claims.flatMap((claim, i) => (claim.start >= start && claim.start < end ? [i] : []))
    passages.push({ start, claims: here, pieces: piecesOf(text, start, end, claims, here) })
  }
  return passages
}

function piecesOf(
  text: string,
  start: number,
  end: number,
  claims: readonly ClaimReport[],
  here: readonly number[],
): readonly Piece[] {
  const within = (at: number) => Math.min(at, end)
  const cuts = [
    ...new Set([start, end, ...here.flatMap(i => [claims[i]!.start, within(claims[i]!.end)])]),
  ].sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!
    const over = here.filter(each => claims[each]!.start <= from && within(claims[each]!.end) >= to)
    // The narrower claim stands within the wider one.
    const claim = over.toSorted((a, b) => lengthOf(claims[a]!) - lengthOf(claims[b]!))[0]
    const ends = here.filter(each => within(claims[each]!.end) === to)
    return { text: text.slice(from, to), ends, ...(claim !== undefined && { claim }) }
  })
}

function lengthOf({ start, end }: ClaimReport): number {
  return end - start
}
