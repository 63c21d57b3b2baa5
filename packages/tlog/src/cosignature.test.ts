import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCheckpoint } from './checkpoint.ts'
import { cosign, cosignatureTime, cosignatureVerifier, cosigner, cosignerFrom } from './cosignature.ts'
import { noble } from './ed25519/noble.ts'
import { cosignerKey, formatSkey, formatVkey, keyIdOf, noteKey, verifierKey } from './note/key.ts'
import { formatNote, openNote, parseNote, type Verifier } from './note/note.ts'
import { noteVerifier } from './note/signature.ts'
import type { Result } from './result.ts'
import { emptyRoot } from './tree/hash.ts'

/** The example of C2SP tlog-cosignature. */
const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

test('the specification’s example is read, with its time', () => {
  const { signatures } = value(parseNote(cosigned))
  expect(signatures[1]).toMatchObject({ name: 'witness.example.com/w1', keyId: 0x8d66cf3f })
  expect(cosignatureTime(signatures[1]!.signature)).toBe(1679315147)
  expect(cosignatureTime(signatures[0]!.signature)).toBeUndefined()
  expect(formatNote({ ...value(parseNote(cosigned)) })).toBe(cosigned)
})

describe('a cosignature', async () => {
  const seed = new Uint8Array(32).fill(5)
  const key = await noble.signingKeyFromSeed(seed)
  const witness = cosigner('witness.example/w1', key)
  const vkey = formatVkey(verifierKey('witness.example/w1', cosignerKey, key.publicKey))
  const verifier: Verifier = value(cosignatureVerifier(vkey))
  const text = formatCheckpoint({ origin: 'log.example', size: 7, root: emptyRoot })

  test('is verified over its time and the checkpoint', async () => {
    const signature = await cosign(text, 1718841600, witness)
    expect(signature.signature).toHaveLength(72)
    expect(cosignatureTime(signature.signature)).toBe(1718841600)
    expect(await verifier.verify(text, signature.signature)).toBe(true)
    expect(await openNote(formatNote({ text, signatures: [signature] }), [verifier])).toMatchObject({
      ok: true,
    })
  })

  test('holds for no other time, checkpoint or key', async () => {
    const { signature } = await cosign(text, 1718841600, witness)
    const later = signature.slice()
    later[7]! ^= 1
    expect(await verifier.verify(text, later)).toBe(false)
    expect(await verifier.verify(text.replace('\n7\n', '\n8\n'), signature)).toBe(false)
    expect(await verifier.verify(text, signature.subarray(8))).toBe(false)
    const other = await noble.signingKeyFromSeed(new Uint8Array(32).fill(6))
    const otherVkey = formatVkey(verifierKey('witness.example/w1', cosignerKey, other.publicKey))
    expect(await value(cosignatureVerifier(otherVkey)).verify(text, signature)).toBe(false)
  })

  test('is never a plain signature, nor the other way round', async () => {
    expect(cosignatureVerifier(formatVkey(verifierKey('a', noteKey, key.publicKey)))).toMatchObject({
      refusal: { code: 'bad-key' },
    })
    expect(noteVerifier(vkey)).toMatchObject({ refusal: { code: 'bad-key' } })
  })

  test('is only on checkpoints', async () => {
    await expect(cosign('a text\n', 1, witness)).rejects.toThrow('only checkpoints')
    await expect(cosign(text, 1.5, witness)).rejects.toThrow('whole seconds')
  })

  test('its signer key comes back as it was written', async () => {
    const keyId = keyIdOf('witness.example/w1', cosignerKey, key.publicKey)
    const skey = formatSkey({ name: 'witness.example/w1', keyId, type: cosignerKey, seed })
    const signature = await cosign(text, 1, value(await cosignerFrom(skey)))
    expect(signature).toEqual(await cosign(text, 1, witness))
    const plain = formatSkey({ name: 'witness.example/w1', keyId, type: noteKey, seed })
    expect(await cosignerFrom(plain)).toMatchObject({ refusal: { code: 'bad-key' } })
  })

  test('anything else does not verify, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.uint8Array({ maxLength: 80 }), async (anyText, bytes) => {
        expect(await verifier.verify(anyText, bytes)).toBe(false)
        expect(await verifier.verify(text, bytes)).toBe(false)
      }),
    )
  })
})
