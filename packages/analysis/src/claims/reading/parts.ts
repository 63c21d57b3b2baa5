import type { Item } from './items.ts'

/** What makes a figure one of no whole election. */
export type Part = 'unnamed-part' | 'several-elections' | 'disputes-published'

/** “With 18 million votes counted”: not the end of the count. */
export function isCountedSoFar(items: readonly Item[], at: number): boolean {
  if (!/^q(%|n)$/.test(items[at]!.tag) || !/^(with|after|when)$/.test(nearestIn(items, at, -1))) return false
  if (isAll(items[at])) return false
  const rest = items.slice(at + 1, at + 6)
  const end = rest.findIndex(({ tag }) => /^(,|P|q%|qn)$/.test(tag))
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .some(({ text }) =>
      /\b(counted|reporting|processed|tallied|scrutinised|scrutinized|declared)$/i.test(text),
    )
}

/** “In the first four hours”, “by 6 pm”. */
export function isWithinTheDay(opening: readonly Item[]): boolean {
  return opening.some(({ tag, text }) => tag === 'qspan' && /hour|minute|\b[ap]\.?m\b/i.test(text))
}

/** “100 percent of the tally sheets”. */
export function isAll(item: Item | undefined): boolean {
  return item?.quantity?.unit === 'percent' && item.quantity.value === 100
}

/** The tag before, adverbs left out: “with all 58,640 stations counted” is the end of the count. */
function nearestIn(items: readonly Item[], at: number, step: number): string {
  let next = at + step
  while (items[next]?.tag === 'adv' && !/^all$/i.test(items[next]!.text)) next += step
  return items[next]?.tag ?? ''
}

export function partIn(
  left: readonly Item[],
  within: readonly Item[],
  unnamed: boolean,
): { readonly part?: Part } {
  if (unnamed) return { part: 'unnamed-part' }
  const near = [...left.slice(-4), ...within]
  if (near.some(({ tag }) => tag === 'mean')) return { part: 'several-elections' }
  return near.some(({ tag }) => tag === 'real') ? { part: 'disputes-published' } : {}
}

/** What may follow “in” or “of” behind a figure without making it one of a part. */
const whole =
  /^(qdate|round1|round2|rounds|election|presidential|parliamentary|weekday|previous|C|Cz|A|Az|P|Pz|G|Gz|he|they|their|rival|others|vote|valid|ballots|eligible|voter|people|record|polls|extreme|share|cast|each|qord|qpp|turnout|presidency|office|not|lead)$/

/** “… in an online vote”, “… in the debate”: the figure may be of something else. */
export function isLoose(right: readonly Item[], after = /^(in|among|at|from|with|of|for|on)$/): boolean {
  return right.some(({ tag }, i) => {
    if (!after.test(tag)) return false
    const next = right.slice(i + 1).find(({ tag }) => !/^(adv|his|their)$/.test(tag))
    return next !== undefined && !whole.test(next.tag)
  })
}

/** “In a mock election, …”: what opens the clause is not all understood. */
export function isStrangelyOpened(opening: readonly Item[]): boolean {
  const at = opening.findIndex(({ tag }) => /^(in|among|at|from|with|on|after|by|to)$/.test(tag))
  return (
    at >= 0 &&
    at <= 1 &&
    opening.slice(at + 1).some(({ tag }) => /^(w|U|debate|survey|qspan|town|box)$/.test(tag))
  )
}

export function groupIn(items: readonly Item[]) {
  const group = items.find(
    ({ tag }, i) =>
      isOfSome(items, i) ||
      (/^Gz?$/.test(tag) && items[i - 1]?.tag === 'among') ||
      // “of A's voters”
      (/^(supporter|voter)$/.test(tag) && /^(Pz|Gz)$/.test(items[i - 1]?.tag ?? '')) ||
      ((tag === 'demographic' || tag === 'town') &&
        /^(in|among|of|by|from|with|q%|qn|for|and)$/.test(items[i - 1]?.tag ?? items[i]!.tag)),
  )
  return group ? { group: group.text } : {}
}

/** “among voters aged 18 to 24”. */
function isOfSome(items: readonly Item[], at: number): boolean {
  return (
    /^(voter|people|Cz?)$/.test(items[at]!.tag) &&
    items[at - 1]?.tag === 'among' &&
    /^(w|who|qage|qn|with|from)$/.test(items[at + 1]?.tag ?? '')
  )
}
