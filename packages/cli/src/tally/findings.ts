import { type Election, findings, type Placed, sayFinding, type Which } from '@countersign/election'
import { nameOf } from './text.ts'
import { type Language, words } from './words.ts'

/** A check that found something, placed and said: a part of the tally's JSON. */
export interface Told {
  readonly code: string
  readonly severity: string
  readonly round: number
  readonly area: string | null
  readonly box: string | null
  /** The entry that it is about. */
  readonly entry: number | null
  readonly figures: Placed['figures']
  readonly message: string
}

/** What the checks found in the rounds and area of a tally. */
export function findingsIn(election: Election, { area, round }: Which, language: Language): readonly Told[] {
  const inside = (found: Placed) =>
    area === undefined ||
    (found.area !== undefined && election.areas.get(found.area)?.path.includes(area) === true)
  return findings(election, round)
    .filter(inside)
    .map(found => ({
      code: found.code,
      severity: found.severity,
      round: found.round,
      area: found.area ?? null,
      box: found.box ?? null,
      entry: found.entry ?? null,
      figures: found.figures,
      message: sayFinding(found, language),
    }))
}

/** How many of a code are shown to a person. */
const mostShown = 12

/** What was found, for people: by code, the first of each, and how many more there are. */
export function findingsText(election: Election, found: readonly Told[], language: Language): string {
  const say = words[language]
  if (found.length === 0) return say.addsUp
  const codes = [...new Set(found.map(({ code }) => code))].sort()
  const lines = codes.flatMap(code => {
    const ofCode = found.filter(each => each.code === code)
    const more = ofCode.length - mostShown
    const rest = more > 0 ? [`  ${code}  ${say.more(more.toLocaleString(language))}`] : []
    return [
      ...ofCode.slice(0, mostShown).map(each => `  ${code}  ${placed(election, each, language)}`),
      ...rest,
    ]
  })
  return [say.findings, ...lines].join('\n')
}

function placed(election: Election, { area, box, message }: Told, language: Language): string {
  const name = area === null ? undefined : election.areas.get(area)?.area.name
  const place = box ?? (name ? nameOf(name, language) : area)
  return place === null ? message : `${place}: ${message}`
}
