import type { Measure, Proposal } from './claim.ts'
import type { Facts } from './facts/facts.ts'
import { type Around, around } from './reading/around.ts'
import { dayOf, topicOf } from './reading/document.ts'
import { type Read, readSentence } from './reading/items.ts'
import { type Vocabulary, vocabularyOf } from './reading/names.ts'
import { saidBy } from './reading/quoted.ts'
import { type Focus, resolve } from './reading/resolve.ts'
import { sentencesOf } from './reading/words.ts'
import { rules } from './rules/index.ts'
import { judge, type Resolution } from './verdicts/judge.ts'
import type { Judged, Verdict } from './verdicts/verdict.ts'

/** A claim that was understood, with what the figures say of it. Offsets are in the text, in UTF-16 units. */
export interface ReadClaim {
  readonly start: number
  readonly end: number
  readonly sentence: { readonly start: number; readonly end: number }
  readonly proposal: Proposal
  readonly around: Around
  readonly resolution: Resolution
  readonly saidBy: string
  readonly verdict: Verdict
  readonly judged: Judged
}

/** A figure or sentence that was not understood, or is about something else, with the reason. */
export interface NotUnderstood {
  readonly start: number
  readonly end: number
  readonly sentence: { readonly start: number; readonly end: number }
  readonly reason: string
  /** `figure`: a number that was not read; `elsewhere`: one about something else; `statement`: no figure in it. */
  readonly kind: 'figure' | 'elsewhere' | 'statement'
}

export interface ReadText {
  readonly date?: string
  readonly election?: string
  readonly claims: readonly ReadClaim[]
  readonly notUnderstood: readonly NotUnderstood[]
}

export interface ReadOptions {
  /** The day of the text, ISO 8601, where the text itself does not give it. */
  readonly date?: string
}

/** Reads a text in English: every claim about an election that can be understood, judged by the facts, and what was not. */
export type Reader = (text: string, options?: ReadOptions) => ReadText

/** A reader that knows these facts. Deterministic; it needs no network. */
export function readerOf(facts: readonly Facts[]): Reader {
  const vocabulary = vocabularyOf(facts)
  return (text, options = {}) => readText(text, options, facts, vocabulary)
}

function readText(
  text: string,
  options: ReadOptions,
  facts: readonly Facts[],
  vocabulary: Vocabulary,
): ReadText {
  const reads = sentencesOf(text).map(sentence => readSentence(sentence, vocabulary))
  const claims: ReadClaim[] = []
  const notUnderstood: NotUnderstood[] = []
  let date =
    options.date ??
    reads
      .slice(0, 8)
      .map(dayOf)
      .find(day => day !== undefined)
  const topic = topicOf(reads, facts, date)
  let focus: Focus = { ...(date !== undefined && { date }), ...(topic && { topic }) }
  let people: readonly string[] = []
  let survey: string | undefined
  for (const [position, read] of reads.entries()) {
    const day = options.date === undefined ? dayOf(read, position) : undefined
    if (day !== undefined) {
      date = day
      focus = { date, ...(topic && { topic }) }
    }
    const before = reads[position - 1]
    const goesOn = /^(It|They|Its|This|Those)\b/.test(text.slice(read.sentence.start))
    survey = surveyOf(read) ?? (goesOn && before ? survey : undefined)
    const found = claimsIn(read, people, focus, facts, goesOn ? survey : undefined)
    claims.push(...found.claims)
    notUnderstood.push(...found.notUnderstood)
    focus = { ...focus, ...found.focus }
    people = subjectsIn(read, people)
  }
  return { ...(date !== undefined && { date }), ...(topic && { election: topic.id }), claims, notUnderstood }
}

function surveyOf({ items }: Read): string | undefined {
  const item = items.find(({ tag }) => tag === 'survey')
  return item?.id ?? item?.text
}

function subjectsIn({ items }: Read, before: readonly string[]): readonly string[] {
  const named = items.flatMap(({ tag, id }) => (/^Pz?$/.test(tag) ? [id!] : []))
  return named.length > 0 ? [...new Set(named)] : before
}

/** Every reading of a sentence: the first rule that reads a figure has it. */
export function proposalsIn(read: Read): readonly Proposal[] {
  const taken = new Set<number>()
  const proposals: Proposal[] = []
  if (!/ (q\S*|if|win|beat|lose|withdrew|rejected|threshold|extreme|victory) /.test(read.tags)) return []
  for (const { name, pattern, says } of rules)
    for (const match of pattern.matches(read))
      for (const { firm = true, stated = 'none', ...said } of says(match, read)) {
        const key = said.quantity || said.date || said.rank ? said.at : said.at + 10_000
        const slot = said.measure.kind === 'count' && wholes.has(said.measure.what) ? key + 20_000 : key
        if (taken.has(slot)) continue
        taken.add(slot)
        proposals.push({
          ...said,
          firm,
          stated,
          from: match.from,
          to: Math.max(match.to, said.at),
          rule: name,
        })
      }
  return proposals.sort((a, b) => a.at - b.at)
}

/** Said beside another count of the same words: “4 of 80”. */
const wholes = new Set(['registered', 'seats'])

interface InSentence {
  readonly claims: readonly ReadClaim[]
  readonly notUnderstood: readonly NotUnderstood[]
  readonly focus: Partial<Focus>
}

function claimsIn(
  read: Read,
  people: readonly string[],
  focus: Focus,
  facts: readonly Facts[],
  survey: string | undefined,
): InSentence {
  const { items, sentence } = read
  const where = { start: sentence.start, end: sentence.end }
  const claims: ReadClaim[] = []
  const notUnderstood: NotUnderstood[] = []
  const seen = new Set<number>()
  let now: Partial<Focus> = {}
  for (const raw of proposalsIn(read)) {
    const item = items[raw.at]!
    const note = (reason: string) => {
      if (raw.quantity) seen.add(raw.at)
      notUnderstood.push({ start: item.start, end: item.end, sentence: where, reason, kind: 'figure' })
    }
    const named = withNames(raw, read, people, claims.at(-1)?.proposal)
    if (named === undefined) {
      note('whom it is about is not clear')
      continue
    }
    const beside = nowOf(named, around(read, named, survey))
    const proposal = asPoll(named, beside)
    const unreal = unrealOf(proposal, beside)
    if (unreal !== undefined) {
      note(unreal)
      continue
    }
    const resolved = resolve(proposal, beside, { ...focus, ...now }, facts)
    if ('why' in resolved) {
      note(resolved.why)
      continue
    }
    const settled = withRoles(proposal, resolved)
    if (settled === undefined) {
      note('whom it is about is not clear')
      continue
    }
    const judged = judge(settled, beside, resolved)
    if (beside.when.round !== undefined || beside.when.year !== undefined) now = focusOf(resolved, beside)
    if (judged.verdict === undefined) {
      note(judged.reason)
      continue
    }
    seen.add(raw.at)
    const from = items[settled.from]!
    const to = items[settled.to]!
    claims.push({
      start: Math.min(from.start, item.start),
      end: Math.max(to.end, item.end),
      sentence: where,
      proposal: settled,
      around: beside,
      resolution: resolved,
      saidBy: saidBy(read),
      verdict: judged.verdict,
      judged,
    })
  }
  const rest = unread(read, seen, claims.length + notUnderstood.length > 0)
  return { claims, notUnderstood: [...notUnderstood, ...rest], focus: { ...cueOf(read, focus), ...now } }
}

/** The year that a change counts from is not the year that it is about. */
function nowOf({ measure }: Proposal, beside: Around): Around {
  if (measure.kind !== 'change' || measure.from.year === undefined || beside.when.year !== measure.from.year)
    return beside
  const { year: _, month: __, day: ___, ...when } = beside.when
  return { ...beside, when }
}

function focusOf({ contexts }: Resolution, { when }: Around): Partial<Focus> {
  const [first] = contexts
  return { election: first!.election, ...(when.round !== undefined ? { round: first!.round.number } : {}) }
}

/** A sentence that names a round without a claim still sets the scene. */
function cueOf(read: Read, focus: Focus): Partial<Focus> {
  const rounds = new Set(
    read.items.flatMap(({ tag }) => (tag === 'round1' ? [1] : tag === 'round2' ? [2] : [])),
  )
  const election = focus.election ?? focus.topic
  if (rounds.size !== 1 || !election) return {}
  return { round: [...rounds][0]!, election }
}

/** “he”, “they”, “the same”: whom the text spoke of last. Read so, a claim is never beyond doubt. */
function withNames(
  proposal: Proposal,
  read: Read,
  people: readonly string[],
  last: Proposal | undefined,
): Proposal | undefined {
  const { measure } = proposal
  if (
    measure.kind === 'change' &&
    measure.of.kind === 'votes' &&
    last &&
    (last.measure.kind === 'votes' || last.measure.kind === 'share')
  ) {
    const who = [
      ...last.measure.who,
      ...measure.of.who.filter(name => name !== 'same').map(name => `>${name}`),
    ]
    return { ...proposal, measure: { ...measure, of: { kind: 'votes', who } } }
  }
  const names = namesOf(measure)
  if (names.includes('same') || names.includes('others') || names.includes('they')) return undefined
  if (!names.some(name => name === 'he' || name.startsWith('they:'))) return proposal
  const before = [
    ...new Set(read.items.slice(0, proposal.from).flatMap(({ tag, id }) => (/^Pz?$/.test(tag) ? [id!] : []))),
  ]
  const named = before.length > 0 ? before : people
  const they = named.length === 2 ? named : []
  const swap = (name: string): string =>
    (name === 'he'
      ? named.length === 1 || before.length > 0
        ? named[0]
        : undefined
      : name.startsWith('they:')
        ? they[Number(name.slice(5))]
        : name) ?? 'nobody'
  const found = renamed(measure, swap)
  return namesOf(found).includes('nobody') ? undefined : { ...proposal, firm: false, measure: found }
}

function namesOf(measure: Measure): readonly string[] {
  if ('who' in measure && measure.who !== undefined) {
    const over = 'over' in measure && measure.over !== undefined ? [measure.over] : []
    return typeof measure.who === 'string' ? [measure.who, ...over] : [...measure.who, ...over]
  }
  return []
}

function renamed(measure: Measure, swap: (name: string) => string | undefined): Measure {
  if (!('who' in measure) || measure.who === undefined) return measure
  const all = (name: string) => swap(name) ?? name
  const who = typeof measure.who === 'string' ? all(measure.who) : measure.who.map(all)
  const over = 'over' in measure && measure.over !== undefined ? { over: all(measure.over) } : {}
  return { ...measure, who, ...over } as Measure
}

/** Figures of a poll are no votes. */
function asPoll(proposal: Proposal, { survey }: Around): Proposal {
  const { measure } = proposal
  if (survey === undefined) return proposal
  if (measure.kind === 'share') return { ...proposal, measure: { kind: 'poll', who: measure.who } }
  if (measure.kind === 'times')
    return { ...proposal, measure: { kind: 'poll', who: [measure.who, measure.over] } }
  return proposal
}

function unrealOf({ measure }: Proposal, { unreal, survey }: Around): string | undefined {
  if (
    measure.kind === 'majority' ||
    measure.kind === 'threshold' ||
    measure.kind === 'halfLead' ||
    measure.kind === 'united'
  )
    return undefined
  if (measure.kind === 'poll') return unreal === 'negated' ? 'it says what is not so' : undefined
  if (survey !== undefined && measure.kind !== 'count' && measure.kind !== 'date')
    return 'it is what a poll says, and not of a kind that polls are held for'
  if (unreal === 'hypothetical') return 'it says what would or could be, not what was'
  if (unreal === 'predicted') return 'it says what was expected, not what was'
  if (unreal === 'negated') return 'it says what is not so, and how far the “not” reaches is not clear'
  return undefined
}

/** Sides become their candidates; a rival the other of two. */
function withRoles(proposal: Proposal, { contexts }: Resolution): Proposal | undefined {
  const names = namesOf(proposal.measure)
  if (!names.some(name => /^(rival|winner|group:)/.test(name) || name === 'they')) return proposal
  const [context] = contexts
  const { candidates } = context!.round
  const total = context!.election.totals.find(({ round }) => round === context!.round.number)
  const ranked = Object.entries(total?.votes ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id)
  const swap = (name: string): string | undefined => {
    if (name === 'winner') return ranked[0]
    if (name === 'rival')
      return candidates?.length === 2 || !names.includes(ranked[1]!)
        ? (ranked.find(id => !names.includes(id) && id !== ranked[0]) ?? undefined)
        : ranked[0]
    return name
  }
  if (names.includes('they')) return undefined
  if (names.some(name => name.startsWith('group:'))) {
    const { measure } = proposal
    if (measure.kind !== 'share' && measure.kind !== 'votes' && measure.kind !== 'united') return undefined
    const members = measure.who.flatMap(
      name =>
        context!.facts.groups.find(({ id }) => `group:${id}` === name)?.members[context!.election.id] ?? [],
    )
    if (members.length === 0) return undefined
    return { ...proposal, firm: false, measure: { ...measure, who: members } }
  }
  const measure = renamed(proposal.measure, swap)
  return namesOf(measure).some(name => /^(rival|winner)$/.test(name))
    ? undefined
    : { ...proposal, firm: false, measure }
}

const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^qmoney$/, 'it is money'],
  [/^qage$/, 'it is an age'],
  [/^qspan$/, 'it is a length of time'],
]

/** Figures that no rule read, each with what it is about as far as that can be said; and sentences about the election without one. */
function unread(
  { items, tags, sentence }: Read,
  seen: ReadonlySet<number>,
  anything: boolean,
): readonly NotUnderstood[] {
  const where = { start: sentence.start, end: sentence.end }
  const found: NotUnderstood[] = []
  for (const [i, { tag, start, end, text }] of items.entries()) {
    if (!/^q(%|n|pp|x|r|money|age|span|vague)$/.test(tag) || seen.has(i)) continue
    const other = elsewhere.find(([pattern]) => pattern.test(tag))?.[1] ?? topicNear(items, i)
    if (tag === 'qn' && /^(one|1)$/i.test(text) && !other) continue
    found.push(
      other
        ? { start, end, sentence: where, reason: other, kind: 'elsewhere' }
        : {
            start,
            end,
            sentence: where,
            reason:
              tag === 'qvague'
                ? 'it gives no number'
                : 'what this figure counts, and of whom, was not understood',
            kind: 'figure',
          },
    )
  }
  if (found.length === 0 && !anything && isAboutVoting(tags))
    found.push({
      ...where,
      sentence: where,
      reason: 'it speaks of the election, and holds no figure or event that could be compared',
      kind: 'statement',
    })
  return found
}

function topicNear(items: Read['items'], at: number): string | undefined {
  const near = items.slice(Math.max(0, at - 4), at + 6).map(({ tag }) => tag)
  const counted = items[at + 1]?.tag === 'people' || items[at + 1]?.tag === 'w'
  if (near.includes('killed') || (counted && items.some(({ tag }) => tag === 'killed')))
    return 'it is about people hurt, killed, arrested or protesting'
  if (near.includes('arms')) return 'it is about arms or troops'
  if (near.includes('economy')) return 'it is about the economy'
  if (near.includes('population')) return 'it is about the population'
  return undefined
}

function isAboutVoting(tags: string): boolean {
  return / (vote|ballots|voter|election|presidential|parliamentary|candidate|turnout|round1|round2|survey|recount|accused|approved|rejected|withdrew|box|place|endorsed|certified|certificate|polls|record|abstain|boycott|threshold) /.test(
    tags,
  )
}
