import type { Item } from '../items.ts'
import { isSilent, type Vocabulary } from '../names.ts'
import type { Word } from '../words.ts'
import { persianDateAt } from './dates.ts'
import { ordinalAt } from './ordinals.ts'
import { persianQuantityAt } from './quantities.ts'

const tags = {
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
} as const

/** What begins at a word of a Persian sentence, and how many words it is; nothing for a word that says nothing. */
export function persianItemAt(
  words: readonly Word[],
  at: number,
  vocabulary: Vocabulary,
): readonly [Item | undefined, number] {
  const word = words[at]!
  const make = (tag: string, used: number, rest: Partial<Item> = {}): readonly [Item, number] => {
    const all = words.slice(at, at + used)
    const text = all.map(({ text, after }, i) => text + (i < used - 1 ? after : '')).join('')
    return [{ tag, start: word.start, end: all.at(-1)!.end, text, ...rest }, used]
  }
  const dated = persianDateAt(words, at)
  if (dated) return make('qdate', dated.words, { date: dated })
  const known = vocabulary.at(words, at)
  const quantity = persianQuantityAt(words, at)
  if (quantity && (!known || known.words <= quantity.words))
    return make(tags[quantity.quantity.unit], quantity.words, { quantity: quantity.quantity })
  const vague = vagueAt(words, at)
  if (vague) return make('qvague', vague)
  const rank = ordinalAt(words, at)
  if (rank && (!known || known.words <= rank.words)) return make('qord', rank.words, { rank: rank.value })
  if (known)
    return make(known.sense.tag, known.words, known.sense.id === undefined ? {} : { id: known.sense.id })
  return isSilent(word) ? [undefined, 1] : make('w', 1)
}

/** “میلیون‌ها”, “صدها هزار”, “چند هزار”, “چندین میلیون”. */
function vagueAt(words: readonly Word[], at: number): number | undefined {
  const isScale = (i: number) => /^(ده|صد|هزار|میلیون|میلیارد)$/.test(words[at + i]?.plain ?? '')
  const several = /^(چند|چندین)$/.test(words[at]!.plain) ? 1 : 0
  let used = several
  while (isScale(used)) used += words[at + used + 1]?.plain === 'ها' ? 2 : 1
  if (several) return used > several ? used : undefined
  const plural = words.slice(at, at + used).some(({ plain }) => plain === 'ها')
  return plural || /^(صدها|ده‌ها|دهها|هزاران|میلیونها)$/.test(words[at]!.plain) ? Math.max(used, 1) : undefined
}
