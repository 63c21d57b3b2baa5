import type { Election } from '@countersign/election'
import { createApp } from '../../packages/server/src/app.ts'
import type { Database } from '../../packages/server/src/database/open.ts'
import { events } from '../../packages/server/src/events/events.ts'
import { metrics } from '../../packages/server/src/health/metrics.ts'
import type { App } from '../../packages/server/src/http/app.ts'
import { limitsFrom } from '../../packages/server/src/limits/limits.ts'
import type { Parts } from '../../packages/server/src/parts.ts'

interface Given {
  readonly election: Election
  /** Where sessions and packets are; what asks for neither needs none. */
  readonly database?: Database
  /** The folder of the staff applications. */
  readonly staff?: string
}

/** The server's own application over an election in memory: its entries have no bytes, and nothing can be recorded. */
export function nightApp({ election, database, staff }: Given): App {
  const record = {
    ...{ election, entriesOf: () => [], keyOf: () => undefined },
    ...{ origin: 'election.example/2031', vkey: '', size: election.size, published: election.size },
  }
  const parts: Partial<Parts> = {
    record: record as unknown as Parts['record'],
    ...(database && { database }),
    ...{ now: Date.now, say: () => {}, site: '', staff, address: () => '' },
    ...{ limits: limitsFrom({}, Date.now), events: events(), metrics: metrics({}) },
  }
  return createApp(parts as Parts)
}
