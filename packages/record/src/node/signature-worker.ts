import { parentPort } from 'node:worker_threads'
import { sodiumNative } from '@countersign/tlog/node'
import { badSignatures } from '../signatures.ts'
import { unpack } from './pack.ts'

/** One thread of the pool: a packed batch in, its bad signatures out. */
parentPort!.on('message', async (packed: Uint8Array) => {
  parentPort!.postMessage(await badSignatures(unpack(packed), sodiumNative))
})
