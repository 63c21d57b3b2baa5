import { beforeAll, describe, expect, test } from 'vitest'
import { buildLog } from './build.ts'
import { noble } from './ed25519/noble.ts'
import { formatVkey, noteKey, verifierKey } from './note/key.ts'
import { noteSigner } from './note/signature.ts'
import { verifyProofFile } from './proof-file.ts'
import { readLog } from './reader/reader.ts'
import { fromMemory } from './source/memory.ts'
import type { TileSource } from './source/source.ts'
import { utf8 } from './text.ts'
import { verifyLog } from './verify/verify.ts'

describe('a log of a million entries', async () => {
  const size = 1_000_000
  const key = await noble.signingKeyFromSeed(new Uint8Array(32).fill(9))
  const vkey = formatVkey(verifierKey('log.example', noteKey, key.publicKey))
  const entry = (index: number) => utf8(String(index))
  let files: Map<string, Uint8Array>

  beforeAll(async () => {
    const entries = Array.from({ length: size }, (_, index) => entry(index))
    files = await buildLog(entries, noteSigner('log.example', key))
  })

  test.for([0, 123_456, 999_423, 999_424, 999_935, 999_936, 999_999])(
    'entry %i is proved from a cold static host in at most 7 requests and 40 kB',
    async index => {
      let requests = 0
      let bytes = 0
      const counted: TileSource = {
        async read(path) {
          const found = files.get(path)
          requests++
          bytes += found?.length ?? 0
          return found
        },
      }
      const reader = await readLog(counted, { vkey })
      const file = reader.ok ? await reader.value.proofFile(index) : reader
      if (!file.ok) throw new Error(file.refusal.message)
      expect(requests).toBeLessThanOrEqual(7)
      expect(bytes).toBeLessThanOrEqual(40_000)
      expect(await verifyProofFile(file.value, entry(index), { vkey })).toMatchObject({ ok: true })
    },
  )

  test('is verified in under 20 seconds', async () => {
    const reached: number[] = []
    const start = performance.now()
    const verified = await verifyLog(fromMemory(files), { vkey, progress: entries => reached.push(entries) })
    const seconds = (performance.now() - start) / 1000
    expect(verified).toMatchObject({
      ok: true,
      value: { entries: size, tiles: 3906 + 15 + 3, oldPartials: 0, notCovered: [] },
    })
    expect(reached).toHaveLength(3907)
    expect(reached.at(-1)).toBe(size)
    expect(seconds).toBeLessThan(20)
  })
})
