import type { Stated } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Verdict } from '../verdicts/verdict.ts'

/** A row of a list of claims, made by hand: the words, what they are about, and a note that works it out. */
export interface ListedClaim {
  readonly file: string
  readonly quote: string
  readonly kind: string
  readonly subject: string
  readonly value: string
  readonly unit: string
  readonly denominator: string
  readonly note: string
}

/** What is right of a listed claim. Several verdicts where its note leaves several open; `none`: it must not be judged. */
export interface Gold {
  readonly subject?: string
  readonly election?: string
  readonly round?: number
  readonly stated?: readonly Stated[]
  readonly holds?: readonly string[]
  readonly verdict: readonly Verdict[] | 'none'
}

/**
 * What is right of a listed claim, by its columns alone. Written so that it can be followed by hand, and without what
 * the reader uses: a share or figure whose note works it out, or a day. Everything else must not be judged.
 */
export function goldOfNote(row: ListedClaim, rows: readonly ListedClaim[], facts: readonly Facts[]): Gold {
  const none: Gold = { verdict: 'none' }
  if (row.kind !== 'figure') return none
  const subject = subjectOf(row.subject, facts)
  if (!subject) return none
  if (row.unit === 'date') return { ...subject, verdict: ['supported'] }
  // What is said again has its note where it was said first.
  const note =
    row.note || rows.find(other => other.subject === row.subject && other.value === row.value)?.note || ''
  const verdict = verdictOf({ ...row, note })
  if (!verdict) return none
  return row.unit === 'percent'
    ? { ...subject, stated: statedIn(row.denominator), ...holdsOf({ ...row, note }), verdict }
    : { ...subject, verdict }
}

/** `2024 R1 share: Jalili`, `2024 run-off turnout`, `2009 margin Ahmadinejad over Mousavi`. */
function subjectOf(
  text: string,
  facts: readonly Facts[],
): Pick<Gold, 'subject' | 'election' | 'round'> | undefined {
  const [, march, year, part, what, who = ''] =
    /^(March )?(\d{4})(?: (R1|run-off|parliament))? ([a-z ]+?)(?:(?: of)?:? ((?:[A-Z]\w+|\+|over|vs|and|\d{4}| )+))?$/.exec(
      text,
    ) ?? []
  const kind = kinds[what ?? '']
  if (year === undefined || kind === undefined) return undefined
  const names = [...who.matchAll(/[A-Z]\w+/g)].map(([name]) => nameOf(name, facts))
  const election = part === 'parliament' || march ? `iran-parliament-${year}` : `iran-${year}`
  const round = part === 'run-off' ? 2 : 1
  const over = / over /.test(who) ? ` over ${names[1]}` : ''
  const named = over ? names[0] : names.join(' + ')
  return { subject: named ? `${kind} of ${named}` : kind, election, round }
}

const kinds: Readonly<Record<string, string>> = {
  share: 'share',
  votes: 'votes',
  turnout: 'turnout',
  lead: 'lead',
  margin: 'lead',
  'eligible voters': 'eligible',
  date: 'date of',
}

function nameOf(surname: string, facts: readonly Facts[]): string {
  const person = facts.flatMap(({ people }) => people).find(({ names }) => names.includes(surname))
  return person?.name.en ?? surname
}

function statedIn(denominator: string): readonly Stated[] {
  if (/^"of (the )?votes?"$/.test(denominator)) return ['votes']
  return denominator === 'eligible voters' ? ['eligible'] : ['none']
}

/** By the figures of the note: all of them round to what is said, or some, or none and one is next to it. */
function verdictOf({ note, value, unit, quote }: ListedClaim): readonly Verdict[] | undefined {
  const said = Math.abs(Number(value))
  const found = figuresIn(note, unit).map(({ value }) => value)
  if (found.length === 0) return undefined
  const cut: readonly Verdict[] = /truncated/.test(note) ? ['rounding'] : []
  const hedge = /\b(over|more than|nearly|almost|approximately|about)\b/.exec(quote)?.[1]
  if (unit !== 'percent' && hedge) {
    const [exact] = found as [number, ...number[]]
    const holds = /over|more/.test(hedge) ? exact > said : Math.abs(exact - said) < said / 10
    return [holds ? 'supported' : 'contradicted']
  }
  const step = unit === 'percent' ? 10 ** -(value.split('.')[1]?.length ?? 0) : stepOf(said)
  const rounds = found.filter(each => Math.abs(each - said) <= step / 2)
  if (rounds.length === found.length) return ['supported']
  if (rounds.length > 0) return ['supportedUnder', ...cut]
  return found.some(each => Math.abs(each - said) < step) ? ['rounding'] : ['contradicted']
}

/** The figures that the note works out, with what they are of: percentages, or the first whole number. */
function figuresIn(note: string, unit: string): readonly { readonly value: number; readonly of?: string }[] {
  if (unit !== 'percent') {
    const [whole] = /\d{5,}/.exec(note) ?? []
    return whole === undefined ? [] : [{ value: Number(whole) }]
  }
  return [...note.matchAll(/(valid: )?(\d+\.\d+)(?!\d*[/\d])(?:% (?:of )?(all ballots|valid))?/gi)].map(
    ([, before, number, after]) => {
      const of = before ? 'valid' : /all/i.test(after ?? '') ? 'taken' : after && 'valid'
      return { value: Number(number), ...(of && { of }) }
    },
  )
}

/** The denominators under which the note finds it to hold, in its last digit. */
function holdsOf({ note, value, unit }: ListedClaim): Pick<Gold, 'holds'> {
  const step = 10 ** -(value.split('.')[1]?.length ?? 0)
  const holds = figuresIn(note, unit).flatMap(({ value: found, of }) =>
    of !== undefined && Math.abs(found - Number(value)) <= step / 2 ? [of] : [],
  )
  return holds.length > 0 ? { holds } : {}
}

/** The unit of the last digit that is not a zero. */
function stepOf(value: number): number {
  return 10 ** /0*$/.exec(String(value))![0].length
}
