import { fromWire, kinds, type Statement } from '@countersign/election'
import { ed25519, type SigningKey, sha256 } from '@countersign/tlog'
import { beforeAll, describe, expect, it } from 'vitest'
import { decode } from './cbor/decode.ts'
import { decodeEnvelope, kidOf, signedBytes, statementId } from './envelope.ts'
import { unwrap } from './fixtures/archive.ts'
import { merge, payloadOf, sign, withoutRecorded } from './sign.ts'

const statement = kinds.find(({ name }) => name === 'import')!.example as Statement
const other = kinds.find(({ name }) => name === 'enrol')!.example as Statement
let leader: SigningKey
let supervisor: SigningKey
let agent: SigningKey

beforeAll(async () => {
  const keys = ['leader', 'supervisor', 'agent'].map(async name =>
    ed25519.signingKeyFromSeed(sha256(new TextEncoder().encode(name))),
  )
  ;[leader, supervisor, agent] = (await Promise.all(keys)) as [SigningKey, SigningKey, SigningKey]
})

describe('a statement of every kind', () => {
  it.each(kinds.map(kind => [kind.name, kind.example as Statement] as const))(
    '%s comes back from its bytes',
    (_, example) => {
      const payload = unwrap(payloadOf(example))
      expect(fromWire(unwrap(decode(payload)) as never)).toEqual({ ok: true, value: example })
    },
  )
})

describe('signing', () => {
  it('gives an entry whose every signature verifies', async () => {
    const entry = unwrap(await sign(statement, [leader, supervisor, agent]))
    const { payload, signatures } = unwrap(decodeEnvelope(entry))
    expect(payload).toEqual(unwrap(payloadOf(statement)))
    expect(signatures).toHaveLength(3)
    for (const key of [leader, supervisor, agent]) {
      const kid = kidOf(key.publicKey)
      const signature = signatures.find(each => each.kid === kid)!.signature
      expect(await ed25519.verify(key.publicKey, signedBytes(payload, kid), signature)).toBe(true)
    }
  })

  // threat: altered-form, interception
  it('a signature is worth nothing for another statement or under another key’s ID', async () => {
    const { payload, signatures } = unwrap(decodeEnvelope(unwrap(await sign(statement, [leader]))))
    const { kid, signature } = signatures[0]!
    const elsewhere = [
      signedBytes(unwrap(payloadOf(other)), kid),
      signedBytes(payload, kidOf(agent.publicKey)),
      payload,
    ]
    for (const message of elsewhere) {
      expect(await ed25519.verify(leader.publicKey, message, signature)).toBe(false)
    }
  })
})

describe('a relay', () => {
  it('joins the signatures of one statement, whichever way they come', async () => {
    const [a, b, both] = await Promise.all([
      sign(statement, [leader]),
      sign(statement, [supervisor, agent]),
      sign(statement, [agent, leader]),
    ])
    const all = unwrap(await sign(statement, [leader, supervisor, agent]))
    expect(merge([unwrap(a), unwrap(b)])).toEqual({ ok: true, value: all })
    expect(merge([unwrap(b), unwrap(both), unwrap(a)])).toEqual({ ok: true, value: all })
  })

  it('does not join different statements', async () => {
    const entries = [unwrap(await sign(statement, [leader])), unwrap(await sign(other, [leader]))]
    expect(merge(entries)).toMatchObject({ ok: false, refusal: { code: 'other-statement' } })
  })

  it('takes off what is recorded, and sends nothing where all of it is', async () => {
    const entry = unwrap(await sign(statement, [leader, supervisor]))
    const recorded = new Set([kidOf(leader.publicKey)])
    const rest = unwrap(withoutRecorded(entry, recorded))
    expect(rest).toEqual(unwrap(await sign(statement, [supervisor])))
    expect(unwrap(withoutRecorded(entry, new Set()))).toBe(entry)
    expect(idOf(rest)).toBe(idOf(entry))
    recorded.add(kidOf(supervisor.publicKey))
    expect(withoutRecorded(entry, recorded)).toMatchObject({ refusal: { code: 'nothing-new' } })
  })
})

function idOf(entry: Uint8Array): string {
  return statementId(unwrap(decodeEnvelope(entry)).payload)
}
