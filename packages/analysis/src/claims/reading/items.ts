import { type Dated, dateAt } from './dates.ts'
import { isSilent, type Vocabulary } from './names.ts'
import { numberAt } from './numbers.ts'
import { persianItemAt } from './persian/items.ts'
import { type Found, type Quantity, quantityAt } from './quantities.ts'
import type { Sentence, Word } from './words.ts'

/**
 * A sentence as the grammar reads it: a row of tagged things. Tags: `P` a candidate, `G` a side, `B` a body, `A` an area,
 * `C` the country (each with `z` where possessive), `U` a name that nobody knows, `w` a word that nobody knows, `q%`,
 * `qpp`, `qn` … quantities, `qdate`, `qord`, the lexicon's tags, and punctuation.
 */
export interface Item {
  readonly tag: string
  readonly id?: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly quantity?: Quantity
  readonly date?: Dated
  readonly rank?: number
  /** “four years later”: 4; “four years earlier”: -4. With `ago`, counted from the day of the text. */
  readonly shift?: number
  readonly ago?: true
}

export interface Read {
  readonly sentence: Sentence
  readonly items: readonly Item[]
  /** The tags in a row, a space before and after each. */
  readonly tags: string
  /** Every tag that there is in it. */
  readonly has: ReadonlySet<string>
  /** Where in `tags` each item begins. */
  readonly offsets: readonly number[]
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth last runner'.split(' ')

export function readSentence(sentence: Sentence, vocabulary: Vocabulary): Read {
  const { words, language } = sentence
  const next = language === 'fa' ? persianItemAt : itemAt
  const items: Item[] = []
  for (let at = 0; at < words.length; ) {
    punctuation(items, words, at)
    const [item, used] = next(words, at, vocabulary)
    if (item) items.push(...possessive(item, words, at))
    at += used
  }
  const last = words.at(-1)!
  if (/["”)]/.test(last.after)) items.push(mark(/\)/.test(last.after) ? 'close' : 'quote', last.end))
  return rowOf(sentence, items.map(renamed).map(roundIn))
}

/** “Tehran Times” is no place; “22 million registered” are voters. */
function renamed(item: Item, at: number, items: readonly Item[]): Item {
  const next = items[at + 1]
  if (item.tag === 'get' && item.text === 'registered' && isMany(items[at - 1]) && !next?.tag.startsWith('q'))
    return { ...item, tag: 'eligible' }
  return item.tag === 'A' && next?.tag === 'U' && next.start === item.end + 1 ? { ...item, tag: 'U' } : item
}

/** “63 percent in the first round and 60 percent in the second”. */
function roundIn(item: Item, at: number, items: readonly Item[]): Item {
  if (item.tag !== 'qord' || item.rank === undefined || item.rank > 2) return item
  if (!/^(in|than|from|to|of)$/.test(items[at - 1]?.tag ?? '')) return item
  if (!/^(|[,;:]|--|and|but|to|than|quote|close)$/.test(items[at + 1]?.tag ?? '')) return item
  const spokenOf = items.some(({ tag }) => tag === (item.rank === 1 ? 'round2' : 'round1'))
  return spokenOf ? { ...item, tag: `round${item.rank}` } : item
}

function isMany(item: Item | undefined): boolean {
  return item?.tag === 'qn' && item.quantity!.value >= 10_000
}

function rowOf(sentence: Sentence, items: readonly Item[]): Read {
  const offsets: number[] = []
  let tags = ' '
  for (const { tag } of items) {
    offsets.push(tags.length)
    tags += `${tag} `
  }
  return { sentence, items, tags, offsets, has: new Set(items.map(({ tag }) => tag)) }
}

function mark(tag: string, at: number): Item {
  return { tag, start: at, end: at, text: tag }
}

function punctuation(items: Item[], words: readonly Word[], at: number): void {
  const { before, start } = words[at]!
  for (const sign of before) {
    if (/[,;:]/.test(sign)) items.push(mark(sign, start))
    else if (/[()[\]]/.test(sign)) items.push(mark(/[([]/.test(sign) ? 'open' : 'close', start))
    else if (/["“”«»]/.test(sign) && isOfSpeech(before, at)) items.push(mark('quote', start))
    else if (/[—]/.test(sign) || (/[–-]/.test(sign) && /\s/.test(before))) {
      if (items.at(-1)?.tag !== '--') items.push(mark('--', start))
    }
  }
}

/** “won “54 percent of the vote””: words picked out of what was said read on in the sentence. */
function isOfSpeech(before: string, at: number): boolean {
  return at === 0 || /[,;:.!?—]/.test(before)
}

function itemAt(
  words: readonly Word[],
  at: number,
  vocabulary: Vocabulary,
): readonly [Item | undefined, number] {
  const word = words[at]!
  const make = (tag: string, used: number, rest: Partial<Item> = {}): readonly [Item, number] => {
    const end = words[at + used - 1]!.end
    const text = words
      .slice(at, at + used)
      .map(({ text, after }, i) => text + (i < used - 1 ? after : ''))
      .join('')
    return [{ tag, start: word.start, end, text, ...rest }, used]
  }
  const described = descriptionAt(words, at, vocabulary)
  if (described > 0) return [undefined, described]
  const dated = dateAt(words, at)
  if (dated) return make('qdate', dated.words, { date: dated })
  const aged = agedAt(words, at)
  if (aged) return make('qage', aged)
  const known = vocabulary.at(words, at)
  const quantity = quantityAt(words, at)
  const elsewhen = elsewhenAt(words, at, quantity)
  if (elsewhen) return make('previous', quantity!.words + 1, elsewhen)
  if (isSupposed(words, at)) return make('if', 1)
  // “No: 50 percent stayed away” denies what was said before it.
  if (at === 0 && /^(no|not so|yes|indeed)$/.test(word.plain) && /[,:;—–.]/.test(word.after))
    return [undefined, 1]
  if (quantity && (!known || known.words <= quantity.words || known.sense.tag !== 'turnout')) {
    const { unit } = quantity.quantity
    if (
      !known ||
      known.words < 2 ||
      quantity.words > known.words ||
      (unit === 'percent' && known.words <= quantity.words)
    )
      return make(isRelative(words, at, quantity) ? 'qrel' : tagOf(quantity.quantity), quantity.words, {
        quantity: quantity.quantity,
        ...rankOf(quantity.quantity),
      })
  }
  const vague = vagueAt(words, at)
  if (vague) return make('qvague', vague)
  if (known)
    return make(known.sense.tag, known.words, known.sense.id === undefined ? {} : { id: known.sense.id })
  const rank = ordinals.indexOf(word.plain)
  if (rank >= 0 && rank < 10) return make('qord', 1, { rank: rank + 1 })
  if (/^(there|here)$/.test(word.plain) && at > 0 && endsClause(words, at)) return make('there', 1)
  if (isSilent(word)) return [undefined, 1]
  if (word.plain === "'s") return [undefined, 1]
  if (/^[$€£¥%~+]$/.test(word.text)) return make('w', 1)
  if (/^an?$/.test(words[at - 1]?.plain ?? '') && /^\p{Ll}/u.test(word.text) && numberAt(words, at + 1))
    return make('adv', 1)
  if (/^\p{Lu}/u.test(word.text) && !(at === 0 && isCommon(word)))
    return make('U', capitalRun(words, at, vocabulary))
  return make('w', 1)
}

/** “the reformist Masoud Pezeshkian”, “the former nuclear negotiator Saeed Jalili”: how many words only describe the name. */
function descriptionAt(words: readonly Word[], at: number, vocabulary: Vocabulary): number {
  if (!/^(the|an?|former|ex|outgoing|incumbent)$/.test(words[at]!.plain)) return 0
  // “in the district Jalili won …” describes a place.
  if (/^(in|at|on|across|among|throughout|inside|within)$/.test(words[at - 1]?.plain ?? '')) return 0
  for (let used = 1; used <= 6; used++) {
    const word = words[at + used]
    if (!word || /[^\s-]/.test(word.before)) return 0
    const known = vocabulary.at(words, at + used)
    if (known?.sense.tag === 'P') return used
    if (!known && /[^s]s$/.test(word.plain)) return 0
    if (
      known
        ? !/^(G|C|A|adv|rival|candidate|house|previous)$/.test(known.sense.tag)
        : numberAt(words, at + used)
    )
      return 0
  }
  return 0
}

/** “60 percent more votes”, “a quarter higher”, “83 percent as many”: of another figure, which it stands beside. */
function isRelative(words: readonly Word[], at: number, { quantity, words: used }: Found): boolean {
  const next = words[at + used]
  if (quantity.unit !== 'percent' || !next || !/^\s*$/.test(next.before)) return false
  const after = words[at + used + 1]?.plain ?? ''
  return (
    /^(more|fewer|less|higher|lower|larger|smaller|bigger|greater)$/.test(next.plain) ||
    (next.plain === 'as' && /^(many|much|high|low)$/.test(after))
  )
}

/** “… won 80 percent there.” */
function endsClause(words: readonly Word[], at: number): boolean {
  return at === words.length - 1 || /[,;.:!?—]/.test(words[at]!.after)
}

/** “four years later”, “three years ago”. */
function elsewhenAt(words: readonly Word[], at: number, found: Found | undefined): Partial<Item> | undefined {
  if (found?.quantity.unit !== 'span') return undefined
  const { plain } = words[at + found.words] ?? { plain: '' }
  const years = /years?$/.test(words[at + found.words - 1]!.plain) ? found.quantity.value : undefined
  if (plain === 'ago') return years === undefined ? {} : { shift: -years, ago: true }
  if (/^(earlier|previously|before)$/.test(plain)) return years === undefined ? {} : { shift: -years }
  if (/^(later|after|on)$/.test(plain) && years !== undefined) return { shift: years }
  return undefined
}

/** “Had turnout been higher”, “were Jalili to win”: a condition without its “if”. */
function isSupposed(words: readonly Word[], at: number): boolean {
  const { plain, before } = words[at]!
  if (!/^(had|should|were)$/.test(plain) || !(at === 0 || /[,;:(—–]/.test(before))) return false
  const next = words[at + 1]
  if (!next || numberAt(words, at + 1)) return false
  return (
    at === 0 ||
    /^\p{Lu}/u.test(next.text) ||
    /^(he|she|they|it|all|every|each|the|turnout|this|that|those|only|voters|half)$/.test(next.plain)
  )
}

function tagOf({ unit, spoken }: Quantity): string {
  const tags: Readonly<Record<Quantity['unit'], string>> = {
    percent: 'q%',
    points: 'qpp',
    count: 'qn',
    times: 'qx',
    ratio: 'qr',
    years: 'qage',
    money: 'qmoney',
    span: 'qspan',
    rank: 'qord',
    vague: 'qvague',
  }
  return spoken && unit === 'percent' ? 'q%' : tags[unit]
}

function rankOf({ unit, value }: Quantity): Partial<Item> {
  return unit === 'rank' ? { rank: value } : {}
}

/** “aged 69”, “, 69,”: an age is no count. */
function agedAt(words: readonly Word[], at: number): number | undefined {
  const of =
    words[at]!.plain === 'age' && words[at + 1]?.plain === 'of' ? 2 : words[at]!.plain === 'aged' ? 1 : 0
  if (of > 0 && numberAt(words, at + of)) return of + numberAt(words, at + of)!.words
  const number =
    /^\d\d$/.test(words[at]!.text) && /,\s*$/.test(words[at]!.before) && /^,/.test(words[at]!.after)
  return number && /^\p{Lu}/u.test(words[at - 1]?.text ?? '') ? 1 : undefined
}

/** “hundreds of thousands”, “several hundred”, “millions of”. */
function vagueAt(words: readonly Word[], at: number): number | undefined {
  const { plain } = words[at]!
  if (/^(tens|hundreds|thousands|millions|dozens|scores|billions)$/.test(plain)) {
    let used = 1
    while (
      words[at + used]?.plain === 'of' &&
      /^(thousands|millions|hundreds|billions)$/.test(words[at + used + 1]?.plain ?? '')
    )
      used += 2
    return used
  }
  if (
    /^(several|few|many|a)$/.test(plain) &&
    /^(hundred|thousand|million|dozen)$/.test(words[at + 1]?.plain ?? '')
  ) {
    if (plain === 'a') return undefined
    let used = 2
    while (/^(hundred|thousand|million)$/.test(words[at + used]?.plain ?? '')) used++
    return used
  }
  return undefined
}

/** A name is all its capitalised words. */
function capitalRun(words: readonly Word[], at: number, vocabulary: Vocabulary): number {
  let used = 1
  for (;;) {
    const next = words[at + used]
    if (!next || !/^\p{Lu}/u.test(next.text) || !/^[\s.-]*$/.test(next.before)) return used
    const known = vocabulary.at(words, at + used)
    if (known && /^[PBACFG]$/.test(known.sense.tag)) return used
    if (numberAt(words, at + used) || dateAt(words, at + used)) return used
    used++
  }
}

/** A word that begins a sentence is capital without being a name. */
function isCommon({ plain }: Word): boolean {
  return /^(any|every|yet|so|but|still|most|many|some|few|several|among|despite|according|although|those|however|following|given|under|once|according|earlier|later|today|yesterday|critics|voters|people|turnout|officials|analysts|state|across|only|over|more|with|by|for|from|on|at|in|to|as|if|no|all|both|each|even|just|now|then|here|perhaps|indeed|overall|nationwide|meanwhile|nearly|almost|about|around|at|what|which|who|how|why|when|where)$/.test(
    plain,
  )
}

/** Marks what was named as possessive: `Pz`. “conservatives’” has no s of its own. */
function possessive(item: Item, words: readonly Word[], at: number): readonly Item[] {
  if (!/^[PGBACFU]$|^(others|rival|winner|candidate|demographic|qdate)$/.test(item.tag)) return [item]
  let next = at
  while (next < words.length && words[next]!.start < item.end) next++
  if (next === words.length) return [item]
  const owns = words[next]!.plain === "'s" || (/s$/i.test(item.text) && /^['’]\s/.test(words[next]!.before))
  return owns ? [{ ...item, tag: item.tag === 'qdate' ? 'qdate' : `${item.tag}z` }] : [item]
}
