import { parentPort } from 'node:worker_threads'
import sodium from 'sodium-native'

// A thread of the pool. It loads libsodium and nothing else: what it would take to load the packages, once for each
// thread, verifies thousands of signatures. Who asks has seen to it that keys and signatures are strict.
parentPort!.on('message', (packed: Uint8Array) => parentPort!.postMessage(failing(packed)))

/** The numbers of the signatures of a packed batch (`pack.ts`) that do not verify, counted through from 0. */
function failing(packed: Uint8Array): number[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const kidAt = packed[0]!
  const bad: number[] = []
  let number = 0
  for (let at = 1; at < packed.length; ) {
    const count = packed[at + 4]!
    const end = at + 5 + view.getUint32(at)
    const message = packed.subarray(at + 5, end)
    for (at = end; at < end + count * 104; at += 104, number++) {
      message.set(packed.subarray(at, at + 8), kidAt)
      const publicKey = packed.subarray(at + 8, at + 40)
      if (!sodium.crypto_sign_verify_detached(packed.subarray(at + 40, at + 104), message, publicKey))
        bad.push(number)
    }
  }
  return bad
}
