import { kinds, type StatementNamed, type Wire } from '@countersign/election'
import { encode } from '@countersign/record'

/** A chunk stands alone: at most so many bytes of items, and so many items. */
const mostBytes = 59_000
const mostItems = { areas: 2_000, boxes: 2_000, enrol: 500 } as const

type Chunked = {
  readonly areas: StatementNamed<'areas'>['areas'][number]
  readonly boxes: StatementNamed<'boxes'>['boxes'][number]
  readonly enrol: StatementNamed<'enrol'>['keys'][number]
}

const fieldOf = { areas: 'areas', boxes: 'boxes', enrol: 'keys' } as const

/** The items of a kind in parts that each fit one statement of at most 60,000 bytes, in their order. */
export function chunks<K extends keyof Chunked>(
  kind: K,
  items: readonly Chunked[K][],
): readonly Chunked[K][][] {
  const sizeOf = itemSize(kind)
  const parts: Chunked[K][][] = []
  let size = Number.POSITIVE_INFINITY
  for (const item of items) {
    const next = sizeOf(item)
    if (size + next > mostBytes || parts.at(-1)!.length === mostItems[kind]) {
      parts.push([])
      size = 0
    }
    parts.at(-1)!.push(item)
    size += next
  }
  return parts
}

/** Bytes that an item takes in its statement. */
function itemSize<K extends keyof Chunked>(kind: K): (item: Chunked[K]) => number {
  const { type } = kinds.find(({ name }) => name === kind)!.fields[fieldOf[kind]]!
  const write = type.write as (items: readonly Chunked[K][]) => Wire
  return item => {
    const bytes = encode(write([item]))
    // What cannot be encoded is refused with its place when the statement is made.
    return bytes.ok ? bytes.value.length : 0
  }
}
