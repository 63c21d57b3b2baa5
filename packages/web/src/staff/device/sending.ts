import { toHex } from '@countersign/election'
import { decodeEnvelope } from '@countersign/record'
import {
  decodeEntries,
  entriesPath,
  parseCheckpoint,
  parseProofFile,
  tileWidth,
  verifyProofFile,
} from '@countersign/tlog'
import { type Answer, answered, askBytes, type ElectionNow, sendEntry, server } from '../shell/api.ts'
import { carriesVotes, type Posted, posted, update } from './outbox.ts'

/** The waits between tries, in milliseconds; the last goes on for ever. */
const waits = [2_000, 5_000, 15_000, 60_000, 300_000]

/**
 * Sends and proves what is due, the oldest first; one tab at a time. Gives how long nothing will be due.
 * @param now milliseconds; @param all whether what was to wait is tried, too
 */
export async function sendDue(now = Date.now(), all = false): Promise<number> {
  const run = () => sendAll(now, all)
  return navigator.locks ? navigator.locks.request('countersign outbox', run) : run()
}

async function sendAll(now: number, all: boolean): Promise<number> {
  const open = (await posted()).filter(({ state }) => state === 'waiting' || state === 'recorded')
  if (open.length === 0) return waits.at(-1)!
  const due = open.filter(({ next }) => all || next <= now)
  const election = due.length > 0 ? await answered(server.GET('/election')) : undefined
  for (const entry of due) {
    if (election === undefined || !election.ok) await later(entry, election, now)
    else if (entry.state === 'recorded') await prove(entry, election.value, now)
    else if (await isHeld(entry, election.value)) await update(entry, { next: now + 10_000 })
    else await send(entry, now)
  }
  const left = (await posted()).filter(({ state }) => state === 'waiting' || state === 'recorded')
  return Math.max(500, Math.min(...left.map(({ next }) => next), now + waits.at(-1)!) - now)
}

/** Whether it must stay here: votes before their release, or what speaks of a statement not yet recorded. */
async function isHeld({ kind, round, follows }: Posted, { released }: ElectionNow): Promise<boolean> {
  if (carriesVotes.has(kind) && released[round] !== true) return true
  return (
    follows !== undefined &&
    !(await answered(server.GET('/statements/{id}', { params: { path: { id: follows } } }))).ok
  )
}

async function send(entry: Posted, now: number): Promise<void> {
  const answer = await sendEntry(entry.entry)
  if (answer.ok) {
    const { index, again } = answer.value
    return update(entry, { state: 'recorded', index, again, tries: 0, next: now + 1_000 })
  }
  if (answer.status === 422 || answer.status === 413)
    return update(entry, { state: 'refused', refusal: answer.refusal })
  return later(entry, answer, now)
}

/** The proof is checked here, against the log's key: the server's word is not enough. */
async function prove(posted: Posted, { vkey, checkpointed }: ElectionNow, now: number): Promise<void> {
  const index = posted.index!
  if (checkpointed <= index) return update(posted, { next: now + 1_000 })
  const answer = await answered(
    server.GET('/statements/{id}/proof', {
      params: { path: { id: posted.id }, query: { entry: index } },
      parseAs: 'text',
    }),
  )
  if (!answer.ok) return later(posted, answer, now)
  const entry = posted.again ? await entryAt(index, answer.value) : posted.entry
  if (entry !== undefined && covers(entry, posted.entry)) {
    const verified = await verifyProofFile(answer.value, entry, { vkey })
    if (verified.ok) return update(posted, { state: 'proved', proof: answer.value })
  }
  const refusal = { code: 'proof-fails', message: 'The proof of the record does not show this entry.' }
  return update(posted, { tries: posted.tries + 1, next: now + 60_000, refusal })
}

/** What was recorded before with the same signatures need not be the same bytes: it is read from the record. */
async function entryAt(index: number, proof: string): Promise<Uint8Array | undefined> {
  const parsed = parseProofFile(proof)
  const checkpoint = parsed.ok ? parseCheckpoint(`${parsed.value.checkpoint.split('\n\n')[0]}\n`) : parsed
  if (!checkpoint.ok) return undefined
  const tile = Math.floor(index / tileWidth)
  const path = entriesPath(tile, Math.min(tileWidth, checkpoint.value.size - tile * tileWidth))
  const bundle = await askBytes(`record/${path}`)
  const entries = bundle && decodeEntries(bundle)
  return entries?.ok ? entries.value[index % tileWidth] : undefined
}

/** Whether a recorded entry is the same statement with all of our signatures. */
function covers(recorded: Uint8Array, ours: Uint8Array): boolean {
  const [theirs, mine] = [decodeEnvelope(recorded), decodeEnvelope(ours)]
  if (!theirs.ok || !mine.ok) return false
  const has = new Set(theirs.value.signatures.map(({ kid, signature }) => kid + toHex(signature)))
  return (
    toHex(theirs.value.payload) === toHex(mine.value.payload) &&
    mine.value.signatures.every(({ kid, signature }) => has.has(kid + toHex(signature)))
  )
}

function later(entry: Posted, answer: Answer<unknown> | undefined, now: number): Promise<void> {
  const wait = waits[Math.min(entry.tries, waits.length - 1)]!
  const asked = answer?.ok === false ? (answer.retryAfter ?? 0) * 1000 : 0
  const refusal = answer?.ok === false ? { refusal: answer.refusal } : {}
  return update(entry, { tries: entry.tries + 1, next: now + Math.max(wait, asked), ...refusal })
}
