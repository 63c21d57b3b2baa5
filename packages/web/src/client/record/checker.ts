import { type SignatureChecker, signedBytes } from '@countersign/record'
import type { Ed25519 } from '@countersign/tlog'

/** Checks the signatures of a batch side by side: a browser's own cryptography works on threads of its own. */
export function checkerInBrowser(engine: Ed25519): SignatureChecker {
  return {
    width: 4,
    async check(batch) {
      const checked = await Promise.all(
        batch.flatMap(({ payload, signatures }, statement) =>
          signatures.map(async ({ kid, signature, publicKey }) => ({
            statement,
            kid,
            good: await engine.verify(publicKey, signedBytes(payload, kid), signature),
          })),
        ),
      )
      return checked.filter(({ good }) => !good).map(({ statement, kid }) => ({ statement, kid }))
    },
  }
}
