import type { Election } from '@countersign/election'

/** A step of an audit as it was stated; what does not belong to the step is null. */
export interface AuditLine {
  readonly entry: number
  readonly audit: string
  readonly round: number
  readonly step: 'plan' | 'seed' | 'draw' | 'results'
  /** What the dice showed, or the step in words. */
  readonly text: string | null
  /** Hexadecimal. */
  readonly seed: string | null
  readonly boxes: readonly string[]
  /** SHA-256 of the published plan or results: the file `blob/sha256/<blob>`. */
  readonly blob: string | null
  readonly riskPerMille: number | null
}

/** The steps of all audits that have force, in the order of the record. */
export function auditsOf({ entries }: Election): readonly AuditLine[] {
  return [...entries.values()].flatMap(({ index, statement, force }): AuditLine[] => {
    if (statement.kind !== 'audit' || force === undefined) return []
    const { audit, round, step, text, seed, boxes, blob, riskPerMille } = statement
    return [
      {
        entry: index,
        audit,
        round,
        step,
        text: text ?? null,
        seed: seed ?? null,
        boxes: boxes ?? [],
        blob: blob ?? null,
        riskPerMille: riskPerMille ?? null,
      },
    ]
  })
}
