import type { Measure, Stated } from '../claim.ts'
import type { ElectionFacts, Facts, Mark, RoundFacts, TotalFacts } from '../facts/facts.ts'

/** An election and round that a claim may be about, and the area where it is not all of the country. */
export interface Context {
  readonly facts: Facts
  readonly election: ElectionFacts
  readonly round: RoundFacts
  readonly area?: string
}

/** What a claim comes to under one version of the totals and one denominator. */
export interface Value {
  readonly value: number
  /** `taken`, `valid`, `issued`, `inBoxes`, `eligible`; absent where it is no share. */
  readonly denominator?: string
  /** Of a turnout: what is counted. */
  readonly numerator?: string
  readonly version: { readonly en?: string; readonly fa?: string }
  /** How it was computed from the figures. */
  readonly computation: string
  readonly source: string
  readonly mark: Mark
  /** Not of the first version. */
  readonly later: boolean
}

type Names = Value['version']

/** Every value of a measure in a context; none where a figure that it needs is not known. */
export function valuesOf(measure: Measure, stated: Stated, context: Context): readonly Value[] {
  return totalsIn(context).flatMap((total, i) =>
    ofTotal(measure, stated, total, context).map(part => ({
      ...part,
      version: total.version as Names,
      source: total.source,
      mark: total.mark,
      later: i > 0,
    })),
  )
}

type Part = Pick<Value, 'value' | 'denominator' | 'numerator' | 'computation'>

/** The published totals of a round: all of the country, or an area's rows. */
export function totalsIn({ election, round, area }: Context): readonly TotalFacts[] {
  if (area === undefined) return election.totals.filter(total => total.round === round.number)
  return election.byArea.flatMap(({ round: number, columns, rows, ...rest }) => {
    const row = rows[area]
    if (!row || number !== round.number) return []
    const figures: Record<string, number> = {}
    const votes: Record<string, number> = {}
    for (const [i, column] of columns.entries()) {
      const figure = row[i]
      if (figure === null || figure === undefined) continue
      if (/^(eligible|issued|inBoxes|taken|valid|invalid|notTaken)$/.test(column)) figures[column] = figure
      else votes[column] = figure
    }
    return [{ ...rest, round: number, figures, votes } as TotalFacts]
  })
}

function ofTotal(measure: Measure, stated: Stated, total: TotalFacts, context: Context): readonly Part[] {
  switch (measure.kind) {
    case 'votes':
      return votesOf(total, measure.who)
    case 'share':
      return votesOf(total, measure.who).flatMap(({ value, computation }) =>
        denominators(total, stated, context).map(([denominator, of]) =>
          share(value, computation, denominator, of),
        ),
      )
    case 'lead':
      return leadOf(total, measure, context)
    case 'turnout':
    case 'abstention':
      return turnoutOf(total, measure.kind)
    case 'invalidShare':
      return invalidShareOf(total, context)
    case 'total':
      return totalOf(total, measure.figure, context)
    case 'times': {
      const [[one], [other]] = [votesOf(total, [measure.who]), votesOf(total, [measure.over])]
      if (!one || !other) return []
      return [{ value: one.value / other.value, computation: `${say(one.value)} / ${say(other.value)}` }]
    }
    default:
      return []
  }
}

function votesOf({ votes }: TotalFacts, who: readonly string[]): readonly Part[] {
  const found = who.map(id => votes[id])
  if (found.length === 0 || found.some(count => count === undefined)) return []
  const sum = found.reduce<number>((all, count) => all + count!, 0)
  return [
    {
      value: sum,
      computation: found.map(count => say(count!)).join(' + ') + (found.length > 1 ? ` = ${say(sum)}` : ''),
    },
  ]
}

function share(votes: number, shown: string, denominator: string, of: number): Part {
  const value = (100 * votes) / of
  return { value, denominator, computation: `${shown} / ${say(of)} = ${value.toFixed(3)} %` }
}

/** What a share may be of: as stated, or, where the text leaves it open, votes taken and valid votes. */
function denominators(
  total: TotalFacts,
  stated: Stated,
  context: Context,
): readonly (readonly [string, number])[] {
  const known = figuresOf(total, context)
  const pick = (names: readonly string[]) =>
    names.flatMap(name => (known[name] === undefined ? [] : [[name, known[name]] as const]))
  if (stated === 'valid') return pick(['valid'])
  if (stated === 'taken') return pick([known.taken === undefined ? 'issued' : 'taken'])
  if (stated === 'eligible') return pick(['eligible'])
  return pick(known.taken === undefined ? ['valid', 'issued'] : ['taken', 'valid'])
}

/** The figures of a total, with those that follow from the others. */
export function figuresOf(
  { figures, votes }: TotalFacts,
  { round }: Context,
): Readonly<Record<string, number | undefined>> {
  const names = round.candidates ?? Object.keys(votes)
  const all = names.map(id => votes[id])
  const sum =
    all.length > 0 && all.every(count => count !== undefined)
      ? all.reduce<number>((total, count) => total + count!, 0)
      : undefined
  const valid = figures.valid ?? sum
  const invalid =
    figures.invalid ??
    (figures.taken !== undefined && valid !== undefined ? figures.taken - valid : undefined)
  const taken = figures.taken ?? (valid !== undefined && invalid !== undefined ? valid + invalid : undefined)
  return { ...figures, valid, invalid, taken }
}

function leadOf(
  total: TotalFacts,
  { who, over }: Extract<Measure, { kind: 'lead' }>,
  context: Context,
): readonly Part[] {
  const first = total.votes[who]
  const second = over === undefined ? nextBehind(total, who) : total.votes[over]
  if (first === undefined || second === undefined) return []
  const votes = {
    value: first - second,
    computation: `${say(first)} − ${say(second)} = ${say(first - second)}`,
  }
  const points = denominators(total, 'votes', context).map(([denominator, of]) => ({
    value: (100 * (first - second)) / of,
    denominator,
    computation: `(${say(first)} − ${say(second)}) / ${say(of)} = ${((100 * (first - second)) / of).toFixed(3)} points`,
  }))
  return [votes, ...points]
}

function nextBehind({ votes }: TotalFacts, who: string): number | undefined {
  return Object.entries(votes)
    .filter(([id, count]) => id !== who && count <= (votes[who] ?? 0))
    .map(([, count]) => count)
    .sort((a, b) => b - a)[0]
}

function turnoutOf(total: TotalFacts, kind: 'turnout' | 'abstention'): readonly Part[] {
  const { figures } = total
  if (figures.eligible === undefined) return []
  return (['taken', 'inBoxes', 'issued'] as const).flatMap(numerator => {
    const cast = figures[numerator]
    if (cast === undefined) return []
    const part = kind === 'turnout' ? cast : figures.eligible! - cast
    const value = (100 * part) / figures.eligible!
    const shown = kind === 'turnout' ? say(cast) : `(${say(figures.eligible!)} − ${say(cast)})`
    return [
      {
        value,
        numerator,
        denominator: 'eligible',
        computation: `${shown} / ${say(figures.eligible!)} = ${value.toFixed(3)} %`,
      },
    ]
  })
}

function invalidShareOf(total: TotalFacts, context: Context): readonly Part[] {
  const { invalid, taken } = figuresOf(total, context)
  return invalid === undefined || taken === undefined ? [] : [share(invalid, say(invalid), 'taken', taken)]
}

function totalOf(total: TotalFacts, figure: string, context: Context): readonly Part[] {
  const known = figuresOf(total, context)
  const names = figure === 'taken' ? ['taken', 'issued', 'inBoxes'] : [figure]
  return names.flatMap(name =>
    known[name] === undefined ? [] : [{ value: known[name], numerator: name, computation: say(known[name]) }],
  )
}

const whole = new Intl.NumberFormat('en')

export function say(count: number): string {
  return whole.format(count)
}
