import type { Item, Read } from './items.ts'

/** What a pattern matched: the items of each named part, and the first and last item of all. */
export interface Match {
  readonly from: number
  readonly to: number
  /** The first item of a part. */
  item(name: string): Item | undefined
  index(name: string): number | undefined
  /** Every item of a part. */
  items(name: string): readonly Item[]
}

export interface Pattern {
  matches(read: Read): Iterable<Match>
}

/**
 * Compiles a pattern over tags. Its pieces, parted by spaces: `a|b` one item of these tags; `^a|b` one item of no such
 * tag; `name:a|b` names it; a `?`, `*`, `+` or `{0,5}` after it; `( … )?` and `( … | … )` group; `!a|b` looks ahead
 * and finds none of these; `name:( … )` names a group. A name may stand in several places of which one is matched.
 */
export function pattern(source: string): Pattern {
  const uses = new Map<string, number>()
  const once = (name: string) => {
    const use = (uses.get(name) ?? 0) + 1
    uses.set(name, use)
    return use === 1 ? name : `${name}_${use}`
  }
  const pieces = source.trim().split(/\s+/)
  const regex = new RegExp(`(?<= )${pieces.map(piece => pieceOf(piece, once)).join('')}`, 'dg')
  const needed = neededIn(pieces)
  return {
    matches: read =>
      needed.every(tags => tags.some(tag => read.has.has(tag))) ? matchesOf(regex, read) : [],
  }
}

/** The pieces that every match has, each as the tags that it may be: most sentences lack one, and need no search. */
function neededIn(pieces: readonly string[]): readonly (readonly string[])[] {
  const needed: (readonly string[])[] = []
  let depth = 0
  for (const piece of pieces) {
    if (/^(?:\w+:)?\($/.test(piece)) depth++
    else if (/^\)[?*+]?$/.test(piece)) depth--
    else if (depth === 0 && !/[?*}]$/.test(piece) && !/^(?:\w+:)?[\^!]/.test(piece) && piece !== '|')
      needed.push(
        piece
          .replace(/^[a-z]\w*:/, '')
          .replace(/\+$/, '')
          .split('|'),
      )
  }
  return needed
}

function pieceOf(piece: string, once: (name: string) => string): string {
  if (/^\)[?*+]?$/.test(piece)) return piece
  if (piece === '|') return '|'
  const group = /^(?:(\w+):)?\($/.exec(piece)
  if (group) return group[1] ? `(?<${once(group[1])}>` : '(?:'
  const [, name, sign, tags, times = ''] = /^(?:([a-z]\w*):)?([\^!]?)(.+?)([?*+]|\{\d+,\d+\})?$/.exec(piece)!
  const one = `(?:${tags!.split('|').map(escaped).join('|')}) `
  if (sign === '!') return `(?!${one})`
  const body = sign === '^' ? `(?:(?!${one})\\S+ )` : tags === '.' ? '(?:\\S+ )' : `(?:${one})`
  return name ? `(?<${once(name)}>${body}${times})` : `${body}${times}`
}

function escaped(tag: string): string {
  return tag.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function* matchesOf(regex: RegExp, read: Read): Generator<Match> {
  const { tags, offsets, items } = read
  for (let at = 0; at < offsets.length; ) {
    regex.lastIndex = offsets[at]!
    const found = regex.exec(tags)
    if (!found) return
    const from = offsets.indexOf(found.index)
    const end = found.index + found[0].length
    const next = offsets.findIndex(offset => offset >= end)
    const spanOf = (name: string) => {
      const groups = found.indices?.groups ?? {}
      const span = groups[name] ?? groups[`${name}_2`] ?? groups[`${name}_3`]
      return span === undefined || span[0] === span[1] ? undefined : span
    }
    yield {
      from,
      to: (next < 0 ? items.length : next) - 1,
      index: name => {
        const span = spanOf(name)
        return span && offsets.indexOf(span[0])
      },
      item: name => {
        const span = spanOf(name)
        return span && items[offsets.indexOf(span[0])]
      },
      items: name => {
        const span = spanOf(name)
        return span ? items.filter((_, i) => offsets[i]! >= span[0] && offsets[i]! < span[1]) : []
      },
    }
    at = from + 1
  }
}
