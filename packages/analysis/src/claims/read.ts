import type { Proposal } from './claim.ts'
import type { Facts } from './facts/facts.ts'
import { type Around, around } from './reading/around.ts'
import { spokenOf } from './reading/continued.ts'
import { dayOf, topicOf } from './reading/document.ts'
import { type Read, readSentence } from './reading/items.ts'
import { type Vocabulary, vocabulariesOf } from './reading/names.ts'
import { persianAround } from './reading/persian/around.ts'
import { countryIn, homesOf, isMostlyElsewhere } from './reading/places.ts'
import { proposalsIn } from './reading/propose.ts'
import { saidBy } from './reading/quoted.ts'
import { type Focus, resolve } from './reading/resolve.ts'
import { withNames, withRoles } from './reading/roles.ts'
import { isAboutVoting, type NotUnderstood, unreadIn } from './reading/unread.ts'
import { sentencesOf } from './reading/words.ts'
import { judge, type Resolution } from './verdicts/judge.ts'
import { because, type Reason } from './verdicts/reasons.ts'
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
export function readerOf(given: readonly Facts[]): Reader {
  const facts = withOneIdEach(given)
  const vocabularyFor = vocabulariesOf(facts)
  return (text, options = {}) => readText(text, options, facts, vocabularyFor(text))
}

/** The facts of a record and those that ship may be of one country: it is known by its names. */
function withOneIdEach(facts: readonly Facts[]): readonly Facts[] {
  const seen = new Map<string, string>()
  return facts.map(each => {
    const { id, names } = each.country
    const same = names.map(name => seen.get(name)).find(known => known !== undefined) ?? id
    for (const name of names) seen.set(name, same)
    return { ...each, country: { ...each.country, id: same } }
  })
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
  const homes = homesOf(facts)
  const atHome = !isMostlyElsewhere(reads, homes)
  let focus: Focus = { ...(date !== undefined && { date }), ...(topic && { topic }) }
  let scene: Scene = { people: [], voting: false }
  for (const [position, read] of reads.entries()) {
    date = (options.date === undefined ? dayOf(read, position) : undefined) ?? date
    const newParagraph = reads[position - 1]?.sentence.paragraph !== read.sentence.paragraph
    focus = { ...(newParagraph ? atTopic(focus, atHome) : focus), ...(date !== undefined && { date }) }
    const country = countryIn(read, homes)
    if (country !== undefined) focus = { ...focus, country }
    const voting = isAboutVoting(read) || (goesOn(read, text) && scene.voting)
    scene = { ...scene, ...surveyOf(read, text, scene), voting }
    const found = claimsIn(read, scene, focus, facts)
    claims.push(...found.claims)
    notUnderstood.push(...found.notUnderstood)
    const { area: _, ...rest } = focus
    focus = { ...rest, ...found.focus, ...areaOf(found.claims) }
    scene = {
      ...scene,
      people: peopleIn(read, scene.people),
      before: found.claims.at(-1)?.proposal ?? spokenOf(read),
    }
  }
  return { ...(date !== undefined && { date }), ...(topic && { election: topic.id }), claims, notUnderstood }
}

/** Whom and which poll the sentences before spoke of, and whether it is about voting, as they or on its own. */
interface Scene {
  readonly voting: boolean
  readonly people: readonly string[]
  readonly survey?: string | undefined
  /** The last claim of the sentence before. */
  readonly before?: Proposal | undefined
}

/** A new paragraph is about what the text is about, where that is one country. */
function atTopic({ election: _, round: __, country, area: ___, ...rest }: Focus, atHome: boolean): Focus {
  return atHome || country === undefined ? rest : { ...rest, country }
}

/** The area that a sentence was about goes on. */
function areaOf(claims: readonly ReadClaim[]): Pick<Focus, 'area'> {
  const { areas } = claims.at(-1)?.around ?? { areas: [] }
  return areas.length === 1 ? { area: areas[0]! } : {}
}

/** “It showed …” after a sentence about a poll is still about it. */
function surveyOf(read: Read, text: string, before: Scene): Pick<Scene, 'survey'> {
  const item = read.items.find(({ tag }) => tag === 'survey')
  if (item) return { survey: item.id ?? item.text }
  return { survey: goesOn(read, text) ? before.survey : undefined }
}

/** Begins with a word for what was spoken of before. */
function goesOn({ sentence }: Read, text: string): boolean {
  return /^(It|They|Its|This|Those)\b/.test(text.slice(sentence.start, sentence.end))
}

function peopleIn({ items }: Read, before: readonly string[]): readonly string[] {
  const named = items.flatMap(({ tag, id }) => (/^Pz?$/.test(tag) ? [id!] : []))
  return named.length > 0 ? [...new Set(named)] : before
}

interface InSentence {
  readonly claims: readonly ReadClaim[]
  readonly notUnderstood: readonly NotUnderstood[]
  readonly focus: Partial<Focus>
}

function claimsIn(
  read: Read,
  { people, survey, voting, before }: Scene,
  focus: Focus,
  facts: readonly Facts[],
): InSentence {
  const { items, sentence } = read
  const where = { start: sentence.start, end: sentence.end }
  const claims: ReadClaim[] = []
  const notUnderstood: NotUnderstood[] = []
  const seen = new Set<number>()
  let now: Partial<Focus> = {}
  for (const proposal of proposalsIn(read, before)) {
    const { start, end } = items[proposal.at]!
    const read_ = understood(
      proposal,
      { read, people, survey, last: claims.at(-1)?.proposal, share: claims.findLast(isShare)?.proposal },
      { ...focus, ...now },
      facts,
    )
    seen.add(proposal.at)
    if ('why' in read_) {
      notUnderstood.push({ start, end, sentence: where, reason: read_.why, kind: 'figure' })
      continue
    }
    now = { ...now, ...focusOf(read_.resolution, read_.around) }
    const first = items[read_.proposal.from]!.start
    const last = items[read_.proposal.to]!.end
    claims.push({
      ...read_,
      start: Math.min(first, start),
      end: Math.max(last, end),
      sentence: where,
      saidBy: saidBy(read),
    })
  }
  const rest = unreadIn(read, seen, voting && claims.length + notUnderstood.length === 0)
  return { claims, notUnderstood: [...notUnderstood, ...rest], focus: { ...cueOf(read, focus), ...now } }
}

interface Beside {
  readonly read: Read
  readonly people: readonly string[]
  readonly survey: string | undefined
  readonly last: Proposal | undefined
  /** The last share before it in its sentence. */
  readonly share: Proposal | undefined
}

type Understood = Pick<ReadClaim, 'proposal' | 'around' | 'resolution' | 'verdict' | 'judged'>

/** From what the words say to a verdict; or why it stops on the way. */
function understood(
  raw: Proposal,
  { read, people, survey, last, share }: Beside,
  focus: Focus,
  facts: readonly Facts[],
): Understood | { readonly why: Reason } {
  const named = withNames(asBefore(raw, share), read, people, last)
  if (!named) return { why: unclear }
  const beside = (read.sentence.language === 'fa' ? persianAround : around)(read, named, survey)
  const asked = asPoll(named, beside)
  const why = unrealOf(asked, beside)
  if (why !== undefined) return { why }
  const resolution = resolve(asked, beside, focus, facts)
  if ('why' in resolution) return resolution
  const proposal = withRoles(asked, resolution.contexts)
  if (!proposal) return { why: unclear }
  const judged = judge(proposal, beside, resolution)
  if (judged.verdict === undefined) return { why: judged.reason }
  return { proposal, around: beside, resolution, verdict: judged.verdict, judged }
}

const unclear = because('who-is-meant')

/** “A won 42 percent of the votes, B 38 percent”: of the votes too. */
function asBefore(proposal: Proposal, share: Proposal | undefined): Proposal {
  return isShare({ proposal }) && proposal.stated === 'none' && share?.stated === 'votes'
    ? { ...proposal, stated: 'votes' }
    : proposal
}

function isShare({ proposal }: Pick<ReadClaim, 'proposal'>): boolean {
  return proposal.measure.kind === 'share'
}

function focusOf({ contexts: [first] }: Resolution, { when }: Around): Partial<Focus> {
  if (!first || (when.round === undefined && when.year === undefined && when.shift === undefined)) return {}
  return { election: first.election, ...(when.round !== undefined && { round: first.round.number }) }
}

/** A sentence that names a round without a claim still sets the scene. */
function cueOf({ items }: Read, focus: Focus): Partial<Focus> {
  const rounds = new Set(items.flatMap(({ tag }) => (tag === 'round1' ? [1] : tag === 'round2' ? [2] : [])))
  const election = focus.election ?? focus.topic
  if (rounds.size !== 1 || !election) return {}
  return { round: [...rounds][0]!, election }
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

/** Why it is no plain statement of what was. */
function unrealOf({ measure: { kind } }: Proposal, { unreal, survey }: Around): Reason | undefined {
  if (unreal === 'asked') return because('question')
  if (unreal === 'supposed' && kind === 'majority') return because('would-be')
  if (
    kind === 'majority' ||
    kind === 'threshold' ||
    kind === 'halfLead' ||
    kind === 'united' ||
    kind === 'discard'
  )
    return undefined
  if (kind === 'poll' && unreal !== 'supposed') return unreal === 'negated' ? because('negated') : undefined
  if (survey !== undefined && kind !== 'count' && kind !== 'date' && kind !== 'poll')
    return because('of-a-poll')
  // “The run-off will be held on 5 July.”
  if (unreal === 'hypothetical' && kind === 'date') return undefined
  if (unreal === 'supposed' || unreal === 'hypothetical') return because('would-be')
  if (unreal === 'predicted') return because('expected')
  return unreal === 'negated' ? because('negated') : undefined
}
