import { toHex } from '@countersign/election'
import { ed25519, type SigningKey } from '@countersign/tlog'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Admission, admit, emptyAdmission, signersOf } from './admissible.ts'
import { encode } from './cbor/encode.ts'
import { decodeEnvelope, encodeEnvelope, kidOf, statementId } from './envelope.ts'
import { type Archive, anArchive, importOf, keyNamed, unwrap } from './fixtures/archive.ts'
import { merge, sign, signPayload, withoutRecorded } from './sign.ts'

let archive: Archive
let admission: Admission
let agent: SigningKey

beforeEach(async () => {
  archive = await anArchive()
  admission = emptyAdmission()
  agent = await keyNamed('agent')
})

async function admitAll(): Promise<void> {
  for (const [index, entry] of archive.entries.entries())
    unwrap(await admit(admission, entry, index, ed25519))
}

async function codeOf(entry: Uint8Array, index = archive.entries.length): Promise<string> {
  const result = await admit(admission, entry, index, ed25519)
  return result.ok ? 'admitted' : result.refusal.code
}

/** An entry for a payload of any bytes, signed by the authority. */
async function entryOf(payload: Uint8Array): Promise<Uint8Array> {
  return unwrap(encodeEnvelope({ payload, signatures: await signPayload(payload, [archive.authority]) }))
}

it('admits a record in order and says what each entry adds', async () => {
  await admitAll()
  const late = await archive.add(
    importOf(archive.definitionId, 'P-3', 3),
    archive.archivist,
    archive.authority,
  )
  const added = unwrap(await admit(admission, late, 6, ed25519))
  expect(added).toMatchObject({ index: 6, again: false, statement: { kind: 'import', area: 'P-3' } })
  expect(new Set(added.signers)).toEqual(
    new Set([kidOf(archive.archivist.publicKey), kidOf(archive.authority.publicKey)]),
  )
})

describe('the place in the log', () => {
  it('the first entry is the definition', async () => {
    expect(await codeOf(archive.entries[1]!, 0)).toBe('definition-first')
    expect(await codeOf(archive.entries[0]!, 0)).toBe('admitted')
  })

  it('no other definition follows; the same with a new signature does', async () => {
    await admitAll()
    const other = { ...archive.definition, name: { en: 'Another election' } }
    expect(await codeOf(unwrap(await sign(other, [archive.authority])))).toBe('definition-again')
    expect(await codeOf(unwrap(await sign(archive.definition, [archive.archivist])))).toBe('admitted')
  })

  it('a statement of another election has no place here', async () => {
    await admitAll()
    const foreign = importOf('00'.repeat(32), 'P-1', 0)
    expect(await codeOf(unwrap(await sign(foreign, [archive.archivist])))).toBe('other-election')
  })
})

describe('keys', () => {
  it('a key signs only after the entry that brought it', async () => {
    const [definition, areas, enrol, ballot, first] = archive.entries as [Uint8Array, ...Uint8Array[]]
    expect(await codeOf(definition, 0)).toBe('admitted')
    expect(await codeOf(areas!, 1)).toBe('admitted')
    expect(await codeOf(ballot!, 2)).toBe('admitted')
    expect(await codeOf(first!, 3)).toBe('unknown-key')
    expect(await codeOf(enrol!, 3)).toBe('admitted')
    expect(await codeOf(first!, 4)).toBe('admitted')
  })

  it('an enrolment does not verify under a key that it brings itself', async () => {
    await admitAll()
    expect(await codeOf(await enrolmentOf(agent, agent))).toBe('unknown-key')
  })

  it('a key of small order, or one whose ID another key has, is refused and nothing is taken in', async () => {
    await admitAll()
    const good = toHex(agent.publicKey)
    const weak = `01${'00'.repeat(31)}`
    const entry = unwrap(await sign(enrolment([good, weak]), [archive.authority]))
    expect(await codeOf(entry)).toBe('weak-key')
    expect(admission.keys.keyOf(kidOf(agent.publicKey))).toBeUndefined()
  })

  it('the same key again is admissible; what it may do is the replay’s to say', async () => {
    await admitAll()
    expect(await codeOf(await enrolmentOf(archive.archivist, archive.authority))).toBe('admitted')
  })

  it('an enrolment whose signature fails brings no keys', async () => {
    await admitAll()
    const entry = await enrolmentOf(agent, archive.authority)
    entry[entry.length - 1]! ^= 1
    expect(await codeOf(entry)).toBe('signature-fails')
    expect(admission.keys.keyOf(kidOf(agent.publicKey))).toBeUndefined()
  })

  function enrolment(keys: readonly string[]) {
    return {
      kind: 'enrol' as const,
      definition: archive.definitionId,
      round: 0,
      side: 'archive',
      keys: keys.map((key, i) => ({ key, role: 'archivist' as const, card: `card-${i}` })),
    }
  }

  async function enrolmentOf(key: SigningKey, signer: SigningKey): Promise<Uint8Array> {
    return unwrap(await sign(enrolment([toHex(key.publicKey)]), [signer]))
  }
})

describe('signatures', () => {
  // threat: interception, server-invents
  it('one that fails makes the whole entry inadmissible, and names its key', async () => {
    await admitAll()
    const statement = importOf(archive.definitionId, 'P-9', 9)
    const { payload, signatures } = unwrap(
      decodeEnvelope(unwrap(await sign(statement, [archive.archivist, archive.authority]))),
    )
    const forged = signatures.map((each, i) =>
      i === 1 ? { ...each, signature: signatures[0]!.signature } : each,
    )
    const entry = unwrap(encodeEnvelope({ payload, signatures: forged }))
    const result = await admit(admission, entry, 6, ed25519)
    expect(result).toMatchObject({ refusal: { code: 'signature-fails', where: { kid: signatures[1]!.kid } } })
    expect(signersOf(admission, statementId(payload)).size).toBe(0)
  })

  // threat: stripped-signatures
  it('stripped by a relay and sent later, they add to the same statement from their own index', async () => {
    await admitAll()
    const statement = importOf(archive.definitionId, 'P-9', 9)
    const whole = unwrap(await sign(statement, [archive.archivist, archive.authority]))
    const stripped = unwrap(await sign(statement, [archive.archivist]))
    const first = unwrap(await admit(admission, stripped, 6, ed25519))
    expect(first).toMatchObject({ again: false, signers: [kidOf(archive.archivist.publicKey)] })

    const rest = unwrap(withoutRecorded(whole, signersOf(admission, first.id)))
    const second = unwrap(await admit(admission, rest, 7, ed25519))
    expect(second).toEqual({
      index: 7,
      id: first.id,
      statement,
      signers: [kidOf(archive.authority.publicKey)],
      again: true,
    })
    expect(unwrap(merge([stripped, rest]))).toEqual(whole)
  })

  it('an entry with old and new signatures adds the new ones; one with only old ones is inadmissible', async () => {
    await admitAll()
    const statement = importOf(archive.definitionId, 'P-9', 9)
    unwrap(await admit(admission, unwrap(await sign(statement, [archive.archivist])), 6, ed25519))
    const both = unwrap(await sign(statement, [archive.archivist, archive.authority]))
    expect(unwrap(await admit(admission, both, 7, ed25519)).signers).toEqual([
      kidOf(archive.authority.publicKey),
    ])
    expect(await codeOf(both, 8)).toBe('nothing-new')
  })
})

describe('what is not a statement', () => {
  it.each<[string, Parameters<typeof encode>[0], string]>([
    ['a number', 7, 'statement-schema'],
    ['an empty map', new Map(), 'statement-schema'],
    ['a kind of a later version', new Map([[0, 9999]]), 'newer-version'],
  ])('%s', async (_, value, code) => {
    await admitAll()
    expect(await codeOf(await entryOf(unwrap(encode(value))))).toBe(code)
  })

  it('a payload that is not in the one encoding', async () => {
    expect(await codeOf(await entryOf(Uint8Array.of(0xa1, 0x18, 0x00, 0x00)))).toBe('cbor-not-shortest')
  })

  it('an envelope that is none', async () => {
    expect(await codeOf(Uint8Array.of(1, 2, 3))).toBe('envelope-head')
  })
})
