import {
  cosignatureVerifier,
  formatAddCheckpoint,
  formatNote,
  formatSignatureLine,
  formatVkey,
  type KnownKey,
  openNote,
  type Policy,
  type Result,
  refuse,
  type SignedCheckpoint,
} from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Say } from '../health/say.ts'
import type { LiveRecord } from '../record/live-record.ts'

export type AskOptions = {
  readonly record: LiveRecord
  readonly policy: Policy
  readonly say: Say
  readonly fetch?: typeof fetch
}

/** A witness that takes longer is asked again at the next checkpoint: milliseconds. */
const patience = 10_000

/**
 * Asks the witnesses whose address the policy names for a cosignature of each checkpoint, and puts it under the
 * checkpoint that is published. Nothing waits for them: while one is slow, it is asked for the newest only.
 */
export function askWitnesses({ record, policy, say, fetch = globalThis.fetch }: AskOptions) {
  const asking = Array.from(policy.witnesses, ([name, known]) => ({ name, known })).filter(
    ({ known }) => known.url,
  )
  const ends = asking.map(({ name, known }) => asker(name, known))
  const leave = record.onPublished(() => {
    for (const end of ends) end.next()
  })
  for (const end of ends) end.next()

  function asker(name: string, { key, url }: KnownKey) {
    let seen = 0
    let running: Promise<void> | undefined
    let again = false
    const ending = new AbortController()

    async function once(): Promise<void> {
      const reader = await record.reader()
      if (!reader.ok || reader.value.checkpoint.size === 0) return
      const { checkpoint } = reader.value
      const asked = await ask(checkpoint, seen).catch((error: Error) => refuse('unreachable', error.message))
      if (ending.signal.aborted) return
      if (!asked.ok) return say('witness-failed', { witness: name, ...asked.refusal }, 'warning')
      seen = checkpoint.size
      await record.addCosignatures(checkpoint.size, [asked.value])
      say('cosigned', { witness: name, size: checkpoint.size })
    }

    async function ask({ note, size }: SignedCheckpoint, old: number, tries = 2): Promise<Result<string>> {
      const proof = await proofFrom(old, size)
      if (!proof.ok) return proof
      const body = formatAddCheckpoint({ old, proof: proof.value, checkpoint: formatNote(note) })
      const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(patience)])
      const response = await fetch(`${url!.replace(/\/$/, '')}/add-checkpoint`, {
        method: 'POST',
        body,
        signal,
      })
      const text = await response.text()
      const recorded = response.status === 409 && /^\d{1,15}\n?$/.test(text) ? Number(text) : undefined
      if (recorded !== undefined && recorded <= size && tries > 1)
        return ask({ note, size } as SignedCheckpoint, recorded, tries - 1)
      if (response.status !== 200)
        return refuse('witness', `It answered ${response.status}: ${text.slice(0, 200).trim()}`)
      return verified(note.text, text)
    }

    async function verified(text: string, lines: string): Promise<Result<string>> {
      const verifier = cosignatureVerifier(formatVkey(key), sodiumNative)
      if (!verifier.ok) return verifier
      const opened = await openNote(`${text}\n${lines}`, [verifier.value])
      if (!opened.ok) return opened
      return { ok: true, value: opened.value.verified.map(formatSignatureLine).join('') }
    }

    function next(): void {
      if (running) again = true
      else
        running = once().finally(() => {
          running = undefined
          if (again && !ending.signal.aborted) {
            again = false
            next()
          }
        })
    }

    return {
      next,
      end() {
        ending.abort()
        return running
      },
    }
  }

  async function proofFrom(old: number, size: number) {
    if (old === 0 || old === size) return { ok: true, value: [] } as const
    const reader = await record.reader()
    return reader.ok ? reader.value.consistencyProof(old) : reader
  }

  return {
    async close(): Promise<void> {
      leave()
      await Promise.all(ends.map(({ end }) => end()))
    },
  }
}
