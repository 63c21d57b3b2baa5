import type { Announcement, Decision } from './overview.ts'
import type { Round } from './round.ts'

/** Running totals and other versions of the total, in the order of the record. */
export function announcementsOf({ announcements }: Round): Announcement[] {
  return announcements.map(({ index, statement }) => ({
    entry: index,
    area: statement.area,
    label: statement.label,
    at: statement.at ?? null,
    date: statement.date ?? null,
    boxes: statement.boxes ?? null,
    figures: statement.figures,
    source: statement.source ?? null,
    note: statement.note ?? null,
  }))
}

/** What the bodies stated of the round itself, in the order of the record. */
export function decisionsOf({ declarations, certifications, rulings }: Round): Decision[] {
  const decisions: Decision[] = [
    ...declarations.map(({ index, statement }) => ({
      entry: index,
      kind: 'declare' as const,
      decision: statement.outcome.state,
      ground: null,
    })),
    ...certifications.map(({ index, statement }) => ({
      entry: index,
      kind: 'certify' as const,
      decision: statement.decision,
      ground: statement.ground ?? null,
    })),
    ...rulings.map(({ index, statement }) => ({
      entry: index,
      kind: 'ruling' as const,
      decision: statement.decision,
      ground: statement.explanation,
    })),
  ]
  return decisions.sort((a, b) => a.entry - b.entry)
}
