import { z } from 'zod'

/** How certain a fact is: stated by the body itself, by the press, or by neither that was read. */
const sourced = {
  source: z.string().min(3),
  mark: z.enum(['official', 'press', 'unverified']),
  note: z.string().optional(),
}
const names = z.record(z.string(), z.string())
const day = z.iso.date()
const count = z.int().nonnegative()

/** A thing that a text may name: its name in each language, and every spelling that a text may use. */
const named = { id: z.string(), name: names, names: z.array(z.string().min(2)).min(1) }

export const figureNames = ['eligible', 'issued', 'inBoxes', 'taken', 'valid', 'invalid', 'notTaken'] as const

/** A candidate or party. `common`: other people bear the name, so it is one only in a text that names the country. */
const person = z.strictObject({ ...named, common: z.boolean().optional() })

const total = z.strictObject({
  round: z.int(),
  /** Which of several published totals this is. */
  version: names,
  /** When it was published. */
  date: day.optional(),
  figures: z.partialRecord(z.enum(figureNames), count),
  votes: z.record(z.string(), count),
  ...sourced,
})

const byArea = z.strictObject({
  round: z.int(),
  version: names,
  /** What each place of a row is: a figure, or a candidate's votes. */
  columns: z.array(z.string()),
  rows: z.record(z.string(), z.array(count.nullable())),
  ...sourced,
})

const counted = z.strictObject({
  what: z.string(),
  /** Whose, such as the seats that a party won. */
  who: z.string().optional(),
  count,
  hedge: z.enum(['about', 'almost', 'over']).optional(),
  round: z.int().optional(),
  ...sourced,
})

const stated = z.strictObject({
  what: z.enum(['turnout', 'taken']),
  /** A decimal, as it was stated. */
  percent: z.string().optional(),
  count: count.optional(),
  hedge: z.enum(['about', 'almost', 'over']).optional(),
  round: z.int(),
  ...sourced,
})

const event = z.strictObject({
  what: z.string(),
  date: day.optional(),
  until: day.optional(),
  round: z.int().optional(),
  who: z.string().optional(),
  infavour: z.string().optional(),
  by: z.string().optional(),
  ...sourced,
})

const poll = z.strictObject({
  by: z.string(),
  names: z.array(z.string()),
  from: day,
  to: day,
  round: z.int(),
  asked: count.optional(),
  provinces: count.optional(),
  /** Percent of those asked. */
  shares: z.record(z.string(), z.number()),
  undecided: z.number().optional(),
  turnout: z.string().optional(),
  ...sourced,
})

const statement = z.strictObject({
  by: z.string(),
  about: z.string(),
  says: names,
  figures: z.array(
    z.strictObject({ what: z.string(), count, hedge: z.enum(['about', 'almost', 'over']).optional() }),
  ),
  ...sourced,
})

const round = z.strictObject({
  number: z.int(),
  date: day,
  rule: z.enum(['majority', 'plurality', 'proportional']).optional(),
  /** What the majority is of. */
  of: z.enum(['valid', 'taken', 'issued', 'eligible']).optional(),
  candidates: z.array(z.string()).optional(),
})

const election = z.strictObject({
  id: z.string(),
  name: names,
  /** `president`, `parliament`. */
  office: z.string(),
  rounds: z.array(round).min(1),
  totals: z.array(total).default([]),
  byArea: z.array(byArea).default([]),
  stated: z.array(stated).default([]),
  counts: z.array(counted).default([]),
  events: z.array(event).default([]),
  polls: z.array(poll).default([]),
  statements: z.array(statement).default([]),
})

/** What is known of a country's elections, each fact with its source and how certain it is. */
export const factsSchema = z.strictObject({
  country: z.strictObject({
    ...named,
    /** What an office's election may be called by, such as the name of the parliament. */
    offices: z.record(z.string(), z.array(z.string())).default({}),
  }),
  people: z.array(person),
  bodies: z.array(z.strictObject(named)).default([]),
  /** Sides as the press calls them, with who stood for them. */
  groups: z
    .array(z.strictObject({ ...named, members: z.record(z.string(), z.array(z.string())), ...sourced }))
    .default([]),
  areas: z.array(z.strictObject(named)).default([]),
  elections: z.array(election).min(1),
})

export type Facts = z.infer<typeof factsSchema>
export type ElectionFacts = Facts['elections'][number]
export type RoundFacts = ElectionFacts['rounds'][number]
export type TotalFacts = ElectionFacts['totals'][number]
export type Mark = TotalFacts['mark']
export type FigureName = (typeof figureNames)[number]
