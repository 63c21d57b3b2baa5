import type { Protocols } from './protocols.ts'

/** Boxes in cells of 1 % turnout by 1 % share of the leader. */
export interface Fingerprint {
  /** `cells[turnout][share]`, each 0–99 (100 % is in 99): boxes. */
  readonly cells: readonly Uint32Array[]
  readonly boxes: number
  /** Boxes where more ballots were issued than voters are registered: shown at 100 %. */
  readonly above: number
}

/**
 * Turnout against the leader's share, box by box: descriptive. Clean elections make one cloud, or several where
 * regions differ; a smear towards 100 % and 100 % has more than one explanation.
 * Source: Klimek, Yegorov, Hanel, Thurner, Statistical detection of systematic election irregularities, PNAS 109 (2012).
 */
export function fingerprint(protocols: Protocols): Fingerprint {
  const cells = Array.from({ length: 100 }, () => new Uint32Array(100))
  let boxes = 0
  let above = 0
  for (const { turnout, share } of shares(protocols)) {
    if (turnout > 1) above++
    boxes++
    cells[Math.min(99, Math.floor(turnout * 100))]![Math.min(99, Math.floor(share * 100))]!++
  }
  return { cells, boxes, above }
}

/** Turnout and the leader's share of ballots found, of every box that has voters and ballots. */
export function* shares({
  leader,
  found,
  issued,
  eligible,
}: Protocols): Generator<{ readonly turnout: number; readonly share: number }> {
  for (let i = 0; i < leader.length; i++)
    if (found[i]! > 0 && eligible[i]! > 0)
      yield { turnout: issued[i]! / eligible[i]!, share: leader[i]! / found[i]! }
}
