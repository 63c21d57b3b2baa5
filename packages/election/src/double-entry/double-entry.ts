import { ok, type Result, refuse } from '../result.ts'

/** Figures by the path of their line (`figures.taken`, `figures.votes.2`); null where the paper has none. */
export type Keyed = Readonly<Record<string, number | null>>

/** One person's keying, so far or finished. */
export interface Keying {
  readonly clerk: string
  readonly figures: Keyed
}

/**
 * A paper copy on its way into the record, keyed in by two people who do not see each other's figures. Each state
 * holds what is valid in it.
 */
export type DoubleEntry =
  | { readonly state: 'empty' }
  | { readonly state: 'firstInProgress'; readonly first: Keying }
  | { readonly state: 'firstDone'; readonly first: Keying }
  | { readonly state: 'secondInProgress'; readonly first: Keying; readonly second: Keying }
  /** Equal in every line: `figures` are the copy's. */
  | { readonly state: 'agreeing'; readonly first: Keying; readonly second: Keying; readonly figures: Keyed }
  /** `fields` are keyed again from the paper, by a third person; never the whole form. */
  | { readonly state: 'differing'; readonly first: Keying; readonly second: Keying; readonly fields: Fields }
  | {
      readonly state: 'thirdInProgress'
      readonly first: Keying
      readonly second: Keying
      readonly fields: Fields
      readonly third: Keying
    }
  /** Three different figures in `fields`: the supervisor reads the paper. */
  | {
      readonly state: 'unresolved'
      readonly first: Keying
      readonly second: Keying
      readonly third: Keying
      readonly fields: Fields
    }
  | {
      readonly state: 'done'
      readonly first: Keying
      readonly second: Keying
      readonly third: Keying
      /** Where three people read three figures. */
      readonly supervisor?: Keying
      readonly figures: Keyed
    }

type Fields = readonly string[]
type State = DoubleEntry['state']

export const nothingKeyed: DoubleEntry = { state: 'empty' }

/** What can be done, in which states, and where that leads: the diagram and the tests are made from it. */
export const doubleEntrySteps = {
  begin: {
    empty: ['firstInProgress'],
    firstDone: ['secondInProgress'],
    differing: ['thirdInProgress'],
  },
  key: {
    firstInProgress: ['firstInProgress'],
    secondInProgress: ['secondInProgress'],
    thirdInProgress: ['thirdInProgress'],
  },
  finish: {
    firstInProgress: ['firstDone'],
    secondInProgress: ['agreeing', 'differing'],
    thirdInProgress: ['done', 'unresolved'],
  },
  giveUp: {
    firstInProgress: ['empty'],
    secondInProgress: ['firstDone'],
    thirdInProgress: ['differing'],
  },
  settle: { unresolved: ['done'] },
} as const satisfies Readonly<Record<string, Partial<Record<State, readonly State[]>>>>

/** Why a step cannot be taken; the texts go with the codes. */
export const doubleEntryRefusals = {
  'another-clerk': {
    en: 'Another person must key this copy in now: you have keyed it in before.',
    fa: 'این نسخه را اکنون باید کس دیگری وارد کند: شما پیش‌تر آن را وارد کرده‌اید.',
  },
  'not-yours': {
    en: 'Another person is keying this copy in. Take another packet.',
    fa: 'کس دیگری این نسخه را وارد می‌کند. بستهٔ دیگری بردارید.',
  },
  'not-now': {
    en: 'This copy is not at that step: look at it again.',
    fa: 'این نسخه در آن مرحله نیست: دوباره آن را ببینید.',
  },
  'not-asked': {
    en: 'Only the lines that differ are keyed again.',
    fa: 'فقط سطرهایی که فرق دارند دوباره وارد می‌شوند.',
  },
  'lines-missing': {
    en: 'Some lines are neither filled in nor marked as empty on the paper.',
    fa: 'برخی سطرها نه پر شده‌اند و نه خالی‌بودنشان در کاغذ نشان شده است.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly fa: string }>>
type Why = keyof typeof doubleEntryRefusals

const no = (why: Why, where?: string): Result<never> => refuse(why, doubleEntryRefusals[why].en, where)

/** Someone takes the copy up. Refusals: `another-clerk`, `not-now`. */
export function begin(entry: DoubleEntry, clerk: string): Result<DoubleEntry> {
  const keying = { clerk, figures: {} }
  switch (entry.state) {
    case 'empty':
      return ok({ state: 'firstInProgress', first: keying })
    case 'firstDone':
      if (entry.first.clerk === clerk) return no('another-clerk')
      return ok({ ...entry, state: 'secondInProgress', second: keying })
    case 'differing':
      if (entry.first.clerk === clerk || entry.second.clerk === clerk) return no('another-clerk')
      return ok({ ...entry, state: 'thirdInProgress', third: keying })
    default:
      return no('not-now')
  }
}

/** Figures as they are keyed, for a draft that outlives a lost connection. Refusals: `not-yours`, `not-asked`, `not-now`. */
export function key(entry: DoubleEntry, clerk: string, figures: Keyed): Result<DoubleEntry> {
  const keying = inProgress(entry)
  if (!keying) return no('not-now')
  if (keying.clerk !== clerk) return no('not-yours')
  if (entry.state === 'thirdInProgress') {
    const unasked = Object.keys(figures).find(path => !entry.fields.includes(path))
    if (unasked !== undefined) return no('not-asked', unasked)
  }
  return ok(withKeying(entry, { clerk, figures: { ...keying.figures, ...figures } }))
}

/**
 * The person has come to the end of the form.
 * @param lines the paths that the form has
 * Refusals: `not-yours`, `lines-missing` (where: the first), `not-now`.
 */
export function finish(entry: DoubleEntry, clerk: string, lines: readonly string[]): Result<DoubleEntry> {
  const keying = inProgress(entry)
  if (!keying) return no('not-now')
  if (keying.clerk !== clerk) return no('not-yours')
  const asked = entry.state === 'thirdInProgress' ? entry.fields : lines
  const missing = asked.find(path => keying.figures[path] === undefined)
  if (missing !== undefined) return no('lines-missing', missing)
  if (entry.state === 'firstInProgress') return ok({ ...entry, state: 'firstDone' })
  if (entry.state === 'secondInProgress') return ok(compared(entry, lines))
  return entry.state === 'thirdInProgress' ? ok(outvoted(entry)) : no('not-now')
}

/** The person lays the copy back; another may take it up. Refusals: `not-yours`, `not-now`. */
export function giveUp(entry: DoubleEntry, clerk: string): Result<DoubleEntry> {
  const keying = inProgress(entry)
  if (!keying) return no('not-now')
  if (keying.clerk !== clerk) return no('not-yours')
  if (entry.state === 'firstInProgress') return ok(nothingKeyed)
  if (entry.state === 'secondInProgress') return ok({ state: 'firstDone', first: entry.first })
  if (entry.state !== 'thirdInProgress') return no('not-now')
  const { third, ...rest } = entry
  return ok({ ...rest, state: 'differing' })
}

/** The supervisor reads from the paper what three people read differently. Refusals: `another-clerk`, `lines-missing`, `not-now`. */
export function settle(entry: DoubleEntry, supervisor: string, figures: Keyed): Result<DoubleEntry> {
  if (entry.state !== 'unresolved') return no('not-now')
  const { first, second, third, fields } = entry
  if ([first, second, third].some(({ clerk }) => clerk === supervisor)) return no('another-clerk')
  const missing = fields.find(path => figures[path] === undefined)
  if (missing !== undefined) return no('lines-missing', missing)
  const read = Object.fromEntries(fields.map(path => [path, figures[path]!]))
  return ok({
    ...{ state: 'done', first, second, third, supervisor: { clerk: supervisor, figures: read } },
    figures: { ...majority(first, second, third), ...read },
  })
}

/** What a person may see of a copy: their own figures, and which lines are asked of them; never another's figures. */
export function shownTo(entry: DoubleEntry, clerk: string) {
  const keying = inProgress(entry)
  const asked = 'fields' in entry ? { fields: entry.fields } : {}
  const done = isDone(entry) ? { figures: entry.figures } : {}
  const own = keying?.clerk === clerk ? { keyed: keying.figures } : {}
  return { state: entry.state, ...asked, ...own, ...done }
}

/** Whether reading is over: the copy has its figures. */
export function isDone(entry: DoubleEntry): entry is Extract<DoubleEntry, { readonly figures: Keyed }> {
  return entry.state === 'agreeing' || entry.state === 'done'
}

/** The people whose keying made the copy's figures: two of them sign its transcript. */
export function signersOf(entry: DoubleEntry): readonly string[] {
  if (entry.state === 'agreeing') return [entry.first.clerk, entry.second.clerk]
  if (entry.state !== 'done') return []
  return [entry.first.clerk, entry.second.clerk, entry.third.clerk]
}

function inProgress(entry: DoubleEntry): Keying | undefined {
  if (entry.state === 'firstInProgress') return entry.first
  if (entry.state === 'secondInProgress') return entry.second
  return entry.state === 'thirdInProgress' ? entry.third : undefined
}

function withKeying(entry: DoubleEntry, keying: Keying): DoubleEntry {
  if (entry.state === 'firstInProgress') return { ...entry, first: keying }
  if (entry.state === 'secondInProgress') return { ...entry, second: keying }
  return entry.state === 'thirdInProgress' ? { ...entry, third: keying } : entry
}

type Second = Extract<DoubleEntry, { readonly state: 'secondInProgress' }>
type Third = Extract<DoubleEntry, { readonly state: 'thirdInProgress' }>

function compared({ first, second }: Second, lines: readonly string[]): DoubleEntry {
  const fields = lines.filter(path => first.figures[path] !== second.figures[path])
  return fields.length === 0
    ? { state: 'agreeing', first, second, figures: first.figures }
    : { state: 'differing', first, second, fields }
}

/** Two of three; where all three differ, the supervisor. */
function outvoted({ first, second, third, fields }: Third): DoubleEntry {
  const open = fields.filter(
    path => third.figures[path] !== first.figures[path] && third.figures[path] !== second.figures[path],
  )
  if (open.length > 0) return { state: 'unresolved', first, second, third, fields: open }
  return { state: 'done', first, second, third, figures: majority(first, second, third) }
}

function majority(first: Keying, second: Keying, third: Keying): Keyed {
  const paths = Object.keys(first.figures)
  return Object.fromEntries(
    paths.map(path => [
      path,
      first.figures[path] === second.figures[path] ? first.figures[path]! : third.figures[path]!,
    ]),
  )
}
