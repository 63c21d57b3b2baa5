import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { BadSignature, SignatureChecker } from '../signatures.ts'
import { pack } from './pack.ts'

type Answer = { resolve(bad: readonly BadSignature[]): void; reject(why: Error): void }
type Thread = { readonly worker: Worker; readonly waiting: Answer[] }

/** Checks signatures with libsodium in `threads` threads; `close` ends them. */
export function signaturePool(
  threads = availableParallelism(),
): SignatureChecker & { close(): Promise<void> } {
  const pool = Array.from({ length: threads }, startThread)
  return {
    width: threads,
    check(batch) {
      const thread = pool.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a))
      const packed = pack(batch)
      return new Promise((resolve, reject) => {
        thread.waiting.push({ resolve, reject })
        thread.worker.postMessage(packed, [packed.buffer])
      })
    },
    close: async () => {
      await Promise.all(pool.map(({ worker }) => worker.terminate()))
    },
  }
}

function startThread(): Thread {
  const worker = new Worker(new URL('./signature-worker.ts', import.meta.url))
  const waiting: Answer[] = []
  // A thread answers its batches in the order in which it was given them.
  worker.on('message', (bad: readonly BadSignature[]) => waiting.shift()!.resolve(bad))
  worker.on('error', why => {
    for (const { reject } of waiting.splice(0)) reject(why)
  })
  return { worker, waiting }
}
