import type { Entry } from '../election.ts'
import type { ClosePoll } from '../statements/close-poll.ts'
import type { Custody } from '../statements/custody.ts'

/** A handover, with what its seals say beside those of the one before. */
export interface Handover<E = Entry<Custody>> {
  readonly entry: E
  /** The seals that were on it: as found, else as noted. */
  readonly seals: readonly string[]
  /** Seals that were there before and are not now; and the other way about. Both empty where nothing was noted before. */
  readonly missing: readonly string[]
  readonly strange: readonly string[]
}

/** Of a box: its closings and its handovers. */
interface OnTheWay<E> {
  readonly closes: readonly { readonly statement: Pick<ClosePoll, 'seals'> }[]
  readonly custody: readonly E[]
}

/**
 * The handovers of a box, and of each of its packets, in the order of the record. The box itself is sealed when it
 * closes; a packet at its first handover.
 */
export function chainOf<E extends { readonly statement: Pick<Custody, 'packet' | 'seals' | 'found'> }>({
  closes,
  custody,
}: OnTheWay<E>): readonly Handover<E>[] {
  const last = new Map<string, readonly string[]>()
  const closing = closes.at(-1)?.statement.seals
  if (closing) last.set(itself, closing)
  return custody.map(entry => {
    const { packet = itself, seals: noted, found } = entry.statement
    const seals = found ?? noted ?? []
    const before = last.get(packet) ?? noted ?? []
    last.set(packet, seals)
    return {
      entry,
      seals,
      missing: before.filter(seal => !seals.includes(seal)),
      strange: before.length === 0 ? [] : seals.filter(seal => !before.includes(seal)),
    }
  })
}

/** The box, not one of its packets: no identifier is empty. */
const itself = ''
