import { parseProofFile, verifyProofFile } from '@countersign/tlog'
import { type Answer, ask, type ElectionNow, sendEntry } from '../shell/api.ts'
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
  const election = due.length > 0 ? await ask<ElectionNow>('GET', 'election') : undefined
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
  return follows !== undefined && !(await ask('GET', `statements/${follows}`)).ok
}

async function send(entry: Posted, now: number): Promise<void> {
  const answer = await sendEntry(entry.entry)
  if (answer.ok) {
    const [result] = answer.value.results
    if (result?.index !== undefined)
      return update(entry, { state: 'recorded', index: result.index, tries: 0, next: now + 1_000 })
    if (result?.refusal) return update(entry, { state: 'refused', refusal: result.refusal })
  } else if (answer.status === 422 || answer.status === 413) {
    return update(entry, { state: 'refused', refusal: answer.refusal })
  }
  return later(entry, answer, now)
}

/** The proof is checked here, against the log's key in the definition: the server's word is not enough. */
async function prove(entry: Posted, { vkey }: ElectionNow, now: number): Promise<void> {
  const answer = await ask<string>('GET', `statements/${entry.id}/proof?index=${entry.index}`)
  if (!answer.ok || vkey === null) return later(entry, answer, now)
  const parsed = parseProofFile(answer.value)
  const verified = await verifyProofFile(answer.value, entry.entry, { vkey })
  if (verified.ok) return update(entry, { state: 'proved', proof: answer.value })
  const { code, message } = parsed.ok ? verified.refusal : parsed.refusal
  return update(entry, { tries: entry.tries + 1, next: now + 60_000, refusal: { code, message } })
}

function later(entry: Posted, answer: Answer<unknown> | undefined, now: number): Promise<void> {
  const wait = waits[Math.min(entry.tries, waits.length - 1)]!
  const asked = answer?.ok === false ? (answer.retryAfter ?? 0) * 1000 : 0
  const refusal = answer?.ok === false ? { refusal: answer.refusal } : {}
  return update(entry, { tries: entry.tries + 1, next: now + Math.max(wait, asked), ...refusal })
}
