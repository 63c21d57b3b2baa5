import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { isStrictPublicKey, isStrictSignature } from '@countersign/tlog'
import type { BadSignature, SignatureChecker, Signed } from '../signatures.ts'
import { pack } from './pack.ts'

type Answer = { resolve(bad: readonly number[]): void; reject(why: Error): void }
type Thread = { readonly worker: Worker; readonly waiting: Answer[] }

/** Checks signatures with libsodium in `threads` threads; `close` ends them. */
export function signaturePool(
  threads = availableParallelism(),
): SignatureChecker & { close(): Promise<void> } {
  const pool = Array.from({ length: threads }, startThread)
  return {
    width: threads,
    async check(batch) {
      const thread = pool.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a))
      const packed = pack(batch)
      const answer = new Promise<readonly number[]>((resolve, reject) => {
        thread.waiting.push({ resolve, reject })
        thread.worker.postMessage(packed, [packed.buffer])
      })
      return named(batch, lax(batch), await answer)
    },
    close: async () => {
      await Promise.all(pool.map(({ worker }) => worker.terminate()))
    },
  }
}

/** The numbers of the signatures that no engine is to be asked about: the one accept set is narrower than libsodium's. */
function lax(batch: readonly Signed[]): ReadonlySet<number> {
  const numbers = new Set<number>()
  let number = 0
  for (const { signatures } of batch)
    for (const { publicKey, signature } of signatures) {
      if (!isStrictPublicKey(publicKey) || !isStrictSignature(signature)) numbers.add(number)
      number++
    }
  return numbers
}

function named(
  batch: readonly Signed[],
  lax: ReadonlySet<number>,
  failing: readonly number[],
): BadSignature[] {
  if (lax.size === 0 && failing.length === 0) return []
  const bad = new Set([...lax, ...failing])
  let number = 0
  return batch.flatMap(({ signatures }, statement) =>
    signatures.flatMap(({ kid }) => (bad.has(number++) ? [{ statement, kid }] : [])),
  )
}

function startThread(): Thread {
  const worker = new Worker(new URL('./signature-worker.ts', import.meta.url))
  const waiting: Answer[] = []
  // A thread answers its batches in the order in which it was given them.
  worker.on('message', (bad: readonly number[]) => waiting.shift()!.resolve(bad))
  worker.on('error', why => {
    for (const { reject } of waiting.splice(0)) reject(why)
  })
  return { worker, waiting }
}
