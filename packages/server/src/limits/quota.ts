import type { Election } from '@countersign/election'
import type { KeyedEntry } from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'
import { type Allowance, buckets } from './bucket.ts'

/** What one key may add to the record over time. */
export type Quotas = {
  /** A body or a candidate: they list boxes and enrol people by the thousand. */
  readonly side: Allowance
  /** Someone whom a side has enrolled. */
  readonly person: Allowance
  /** Candidacies filed by keys that nobody knows yet, all together. */
  readonly filing: Allowance
}

export const usualQuotas: Quotas = {
  side: { burst: 20_000, perSecond: 100 },
  person: { burst: 300, perSecond: 0.5 },
  filing: { burst: 500, perSecond: 1 },
}

/**
 * Asks, of each entry whose signatures verify, whether its signers may add it. It counts for each of them, and is
 * refused (`quota`, with the seconds to wait) only where all have used theirs up: nobody’s flood stops a form that
 * others sign too.
 */
export function quota(
  electionNow: () => Election | undefined,
  now: () => number,
  { side, person, filing }: Quotas = usualQuotas,
): (entry: KeyedEntry) => Result<void> {
  const of = { side: buckets(side, now), person: buckets(person, now), filing: buckets(filing, now) }

  function takeOne(kid: string): number {
    const known = electionNow()?.people.get(kid)
    if (!known) return of.filing.take('')
    return known.index < 0 || known.role === 'candidate' ? of.side.take(kid) : of.person.take(kid)
  }

  return ({ signatures }) => {
    if (electionNow() === undefined) return ok(undefined)
    const waits = signatures.map(({ kid }) => takeOne(kid))
    const wait = Math.min(...waits)
    return wait === 0 ? ok(undefined) : overQuota(wait)
  }
}

function overQuota(seconds: number) {
  return refuse(
    'quota',
    `The keys that signed this have added as much as they may for now, and nothing was recorded. Send it again in ${seconds} s.`,
    { seconds },
  )
}
