import { areasAt, type Rows } from '@countersign/analysis'
import { type Forensics, forensics, forensicsSections } from '@countersign/analysis/forensics'
import { proofsOf, proofsSection } from '@countersign/analysis/identities'
import { nameIn, sectionsHtml, written } from '@countersign/analysis/report'
import {
  type LeastFound,
  outcomeOfTotals,
  sensitivityOf,
  sensitivitySections,
  sumRows,
  suppose,
  type Totals,
  without,
} from '@countersign/analysis/sensitivity'
import { transferOf, transferSections } from '@countersign/analysis/transfer'
import type { Outcome } from '@countersign/election'
import type { Change, Changed, Limits } from './protocol.ts'

type Language = 'en' | 'fa'

/** Where an area lies on the map of tiles. */
export interface Tile {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
  readonly tile: { readonly row: number; readonly column: number } | null
}

/** A table studied: the report's sections as HTML, and what is needed to try suppositions. */
export interface Studied {
  readonly html: string
  readonly limits: Limits
  readonly change: (change: Change) => Changed
}

/** Everything that one table, beside an earlier one where there is that, says. */
export function study(
  rows: Rows,
  { earlier, tiles, language }: { earlier: Rows | undefined; tiles: readonly Tile[]; language: Language },
): Studied {
  const sensitivity = sensitivityOf(rows)
  const found = forensics(rows, earlier)
  const transfer = earlier && transferOf(rows, earlier)
  const proofs = proofsOf(rows, row => rowName(rows, row, language))
  const sections = [
    proofsSection(proofs, rows.candidates, language),
    ...sensitivitySections(sensitivity, language),
    ...forensicsSections(found, rows.candidates, language, mapOf(rows, found, tiles, language)),
    ...(transfer ? transferSections(transfer, language) : []),
  ]
  const html = sectionsHtml({ language, title: '', about: [], sections })
  const least = sensitivity.least[0]
  return {
    html,
    limits: limitsOf(rows, least, language),
    change: asked => changed(rows, least, asked, language),
  }
}

function rowName({ level, ids, area, areas }: Rows, row: number, language: Language): string {
  const at = area[row]!
  return level === 'box' || at === -1 ? ids[row]! : nameIn(areas.names[at]!, language)
}

function mapOf(rows: Rows, { residuals }: Forensics, tiles: readonly Tile[], language: Language) {
  const placed = tiles.filter(({ tile }) => tile !== null)
  const level = rows.areas.levels[rows.areas.ids.indexOf(placed[0]?.id ?? '')]
  if (!residuals || level === undefined) return []
  const at = areasAt(rows, level)
  const areaOf = new Map(rows.ids.map((id, i) => [id, rows.areas.ids[at[i]!]]))
  const sums = new Map<string, number>()
  for (const { at: i, votes } of residuals.residuals) {
    const area = areaOf.get(residuals.ids[i]!) ?? residuals.ids[i]!
    sums.set(area, (sums.get(area) ?? 0) + votes)
  }
  return placed.map(({ id, name, tile }) => ({
    name: nameIn(name, language),
    ...tile!,
    value: Math.round(sums.get(id) ?? 0),
  }))
}

function limitsOf(rows: Rows, least: LeastFound | undefined, language: Language): Limits {
  const leader = leaderOf(sumRows(rows))
  const areas = [...new Set(firstLevelWithSeveral(rows))]
  return {
    rows: least?.ids.length ?? 0,
    leader: nameOf(rows, leader?.candidate ?? '', language),
    ballots: leader?.votes ?? 0,
    areas: areas.map(at => ({ id: rows.areas.ids[at]!, name: nameIn(rows.areas.names[at]!, language) })),
  }
}

/** The areas of the highest level that has several, as indices. */
function firstLevelWithSeveral(rows: Rows): readonly number[] {
  for (const level of new Set(rows.areas.levels)) {
    const places = new Set(areasAt(rows, level))
    places.delete(-1)
    if (places.size > 1) return [...places]
  }
  return []
}

function changed(rows: Rows, least: LeastFound | undefined, asked: Change, language: Language): Changed {
  const { count } = written[language]
  const gone = without(rows, { rows: least?.ids.slice(0, asked.rows) ?? [], areas: asked.areas })
  const leader = leaderOf(gone.before)
  const { totals } = suppose(rows.about, gone.after, { of: leader?.candidate ?? '', false: asked.ballots })
  const before = outcomeOfTotals(rows.about, gone.before)
  const after = outcomeOfTotals(rows.about, totals)
  const votes = ({ standings }: Totals, id: string) =>
    count(standings.find(({ candidate }) => candidate === id)?.votes ?? 0)
  return {
    removed: count(gone.removed),
    outcome: outcomeIn(rows, after, language),
    differs: outcomeIn(rows, before, language) !== outcomeIn(rows, after, language),
    standings: rows.candidates.map(({ id, name }) => ({
      name: nameIn(name, language),
      before: votes(gone.before, id),
      after: votes(totals, id),
    })),
  }
}

function leaderOf({ standings }: Totals) {
  return standings.toSorted((a, b) => b.votes - a.votes)[0]
}

const outcomes = {
  en: { undecided: 'undecided', and: 'run-off', elected: 'elected' },
  fa: { undecided: 'نامعلوم', and: 'دور دوم', elected: 'انتخاب‌شده' },
}

function outcomeIn(rows: Rows, outcome: Outcome, language: Language): string {
  const say = outcomes[language]
  if (outcome.state === 'elected') return `${say.elected}: ${nameOf(rows, outcome.candidate, language)}`
  if (outcome.state !== 'runOff') return say.undecided
  return `${say.and}: ${outcome.between.map(id => nameOf(rows, id, language)).join(' – ')}`
}

function nameOf({ candidates }: Rows, id: string, language: Language): string {
  const found = candidates.find(candidate => candidate.id === id)
  return found ? nameIn(found.name, language) : id
}
