import type { Database } from './database/open.ts'
import type { Events } from './events/events.ts'
import type { Metrics } from './health/metrics.ts'
import type { Say } from './health/say.ts'
import type { Limits } from './limits/limits.ts'
import type { LiveRecord } from './record/live-record.ts'
import type { Challenges } from './sessions/challenges.ts'

/** What the routes work with. Clock and randomness are passed in. */
export type Parts = {
  readonly record: LiveRecord
  readonly database: Database
  /** Milliseconds. */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly challenges: Challenges
  /** SHA-256, in hex, of the code that begins the first session; undefined once the definition is recorded. */
  readonly setupCode: () => string | undefined
  /** It begins one session. */
  readonly spendSetupCode: () => void
  /** The address at which people reach the server, without a slash at its end. */
  readonly address: () => string
  /** Whether the address is https: cookies are then sent over nothing else. */
  readonly secure: boolean
  /** Whether a proxy stands before the server, and says in `X-Forwarded-For` where requests come from. */
  readonly proxied: boolean
  readonly limits: Limits
  readonly events: Events
  readonly metrics: Metrics
  readonly say: Say
  /** Folders: the published site, and the staff applications. */
  readonly site: string
  readonly staff: string | undefined
  /** The folder of files whose digests are public and whose bytes are not: the originals of photographs. */
  readonly sealed: string
}
