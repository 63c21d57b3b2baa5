import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { formatCheckpoint, signCheckpoint } from './checkpoint.ts'
import { cosign, cosigner } from './cosignature.ts'
import { noble } from './ed25519/noble.ts'
import { cosignerKey, formatVkey, noteKey, verifierKey } from './note/key.ts'
import { formatNote, formatSignatureLine, type NoteSignature } from './note/note.ts'
import { noteSigner } from './note/signature.ts'
import { formatPolicy, meetsQuorum, type Policy, parsePolicy } from './policy.ts'
import type { Result } from './result.ts'
import { utf8 } from './text.ts'
import { emptyRoot } from './tree/hash.ts'
import { openWitnessed } from './witnessed.ts'

const keys = await Promise.all(
  Array.from({ length: 8 }, (_, i) => noble.signingKeyFromSeed(new Uint8Array(32).fill(i + 1))),
)
const logVkey = formatVkey(verifierKey('log.example', noteKey, keys[0]!.publicKey))
const witnessVkey = (i: number) =>
  formatVkey(verifierKey(`witness${i}.example`, cosignerKey, keys[i]!.publicKey))

/** The example of C2SP tlog-policy, with keys. */
const example = `log ${logVkey}

witness X1 ${witnessVkey(1)}
witness X2 ${witnessVkey(2)}
witness X3 ${witnessVkey(3)}
group X-witnesses 2 X1 X2 X3

witness Y1 ${witnessVkey(4)}
witness Y2 ${witnessVkey(5)}
witness Y3 ${witnessVkey(6)}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe('the specification’s example', () => {
  const policy = value(parsePolicy(example))

  test('asks for two of X and one of Y', () => {
    const names = [...policy.witnesses.keys()]
    expect(names).toEqual(['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'])
    for (let set = 0; set < 64; set++) {
      const cosigned = names.filter((_, i) => set & (1 << i))
      const count = (group: string) => cosigned.filter(name => name.startsWith(group)).length
      expect(meetsQuorum(policy, new Set(cosigned))).toBe(count('X') >= 2 && count('Y') >= 1)
    }
  })

  test('comes back as it was written', () => {
    expect(parsePolicy(formatPolicy(policy))).toEqual({ ok: true, value: policy })
  })
})

test('white space, comments, URLs and names in any bytes', () => {
  const policy = `\t # a comment — with any text\n\n  log\t${logVkey}  https://log.example/  \nwitness ناظر ${witnessVkey(1)} https://w1.example\nquorum ناظر`
  const parsed = value(parsePolicy(policy))
  expect(parsed.logs[0]!.url).toBe('https://log.example/')
  expect(parsed.witnesses.get('ناظر')!.url).toBe('https://w1.example')
  expect(parsed.quorum).toBe('ناظر')

  const bytes = utf8(`witness @ ${witnessVkey(1)}\nquorum @\n`)
  const octets = bytes.map(byte => (byte === 0x40 ? 0xff : byte))
  expect(meetsQuorum(value(parsePolicy(octets)), new Set(['ÿ']))).toBe(true)
})

describe('refused', () => {
  const w1 = `witness W1 ${witnessVkey(1)}\n`
  const w2 = `witness W2 ${witnessVkey(2)}\n`
  test.for([
    ['no quorum', w1, undefined],
    ['two quorums', `${w1}quorum W1\nquorum W1\n`, 3],
    ['a quorum of two', `${w1}${w2}quorum W1 W2\n`, 3],
    ['a quorum that is not defined', 'quorum W1\n', 1],
    ['a quorum defined below', `quorum W1\n${w1}`, 1],
    ['a member defined below', `group G any W1\n${w1}quorum none\n`, 1],
    ['a group in itself', `group G any G\nquorum none\n`, 1],
    ['none as a member', `group G any none\nquorum none\n`, 1],
    ['none as a name', `witness none ${witnessVkey(1)}\nquorum none\n`, 1],
    ['no member', 'group G any\nquorum none\n', 1],
    ['a threshold of 0', `${w1}group G 0 W1\nquorum G\n`, 2],
    ['a threshold above the members', `${w1}group G 2 W1\nquorum G\n`, 2],
    ['a threshold of 01', `${w1}group G 01 W1\nquorum G\n`, 2],
    ['a member twice', `${w1}group G 2 W1 W1\nquorum G\n`, 2],
    ['a member of two groups', `${w1}group G any W1\ngroup H any W1\nquorum H\n`, 3],
    ['a name twice', `${w1}witness W1 ${witnessVkey(2)}\nquorum none\n`, 2],
    ['a witness’s key twice', `${w1}witness W2 ${witnessVkey(1)}\nquorum none\n`, 2],
    ['a log’s key twice', `log ${logVkey}\nlog ${logVkey}\nquorum none\n`, 2],
    ['a log with a witness’s key', `log ${witnessVkey(1)}\nquorum none\n`, 1],
    ['a witness with a log’s key', `witness W ${logVkey}\nquorum none\n`, 1],
    ['a key that is none', 'witness W w+00000000+AAAA\nquorum none\n', 1],
    ['another word', 'quorums none\n', 1],
    ['a carriage return', `quorum none\r\n`, undefined],
  ] as const)('%s', ([, text, line]) => {
    const where = line === undefined ? {} : { where: { line } }
    expect(parsePolicy(text)).toMatchObject({ ok: false, refusal: { code: 'bad-policy', ...where } })
  })
})

test('whatever is read is written the same, and anything else refused', () => {
  const word = fc.oneof(
    fc.constantFrom('log', 'witness', 'group', 'quorum', 'none', 'any', 'all', '1', '2', 'A', 'B', 'C', '#'),
    fc.constantFrom(logVkey, ...[1, 2, 3].map(witnessVkey)),
    fc.string({ unit: 'grapheme' }),
  )
  const line = fc.oneof(
    fc.array(word, { maxLength: 5 }).map(words => words.join(' ')),
    fc.constantFrom(`log ${logVkey}`, `witness A ${witnessVkey(1)}`, `witness B ${witnessVkey(2)}`),
    fc.constantFrom('group C any A', 'group D 2 A B', 'quorum C', 'quorum none', 'quorum D'),
  )
  const file = fc.oneof(
    fc.array(line, { maxLength: 8 }).map(lines => lines.join('\n')),
    fc.uint8Array(),
  )
  let read = 0
  fc.assert(
    fc.property(file, text => {
      const parsed = parsePolicy(text)
      if (parsed.ok) {
        read++
        expect(parsePolicy(formatPolicy(parsed.value))).toEqual(parsed)
      } else expect(parsed.refusal.code).toBe('bad-policy')
    }),
    { numRuns: 3000 },
  )
  expect(read).toBeGreaterThan(10)
})

describe('a checkpoint under a policy', () => {
  const policy: Policy = value(parsePolicy(example))
  const checkpoint = { origin: 'log.example', size: 7, root: emptyRoot }
  const text = formatCheckpoint(checkpoint)
  const lines: string[] = []
  let note: string

  beforeAll(async () => {
    note = await signCheckpoint(checkpoint, noteSigner('log.example', keys[0]!))
    for (let i = 1; i < keys.length; i++) {
      const signature: NoteSignature = await cosign(text, 1000 + i, cosigner(`witness${i}.example`, keys[i]!))
      lines[i] = formatSignatureLine(signature)
    }
  })

  test('says who cosigned and when, and whether that is enough', async () => {
    const few = value(await openWitnessed(`${note}${lines[1]}${lines[4]}`, policy))
    expect(few).toMatchObject({ size: 7, quorumMet: false })
    expect([...few.cosigned]).toEqual([
      ['X1', 1001],
      ['Y1', 1004],
    ])
    const enough = value(await openWitnessed(`${note}${lines[1]}${lines[4]}${lines[3]}${lines[7]}`, policy))
    expect(enough.quorumMet).toBe(true)
    expect(enough.cosigned.size).toBe(3)
  })

  test('one witness twice is one', async () => {
    const twice = value(await openWitnessed(`${note}${lines[1]}${lines[1]}${lines[4]}`, policy))
    expect(twice.quorumMet).toBe(false)
  })

  test('is refused without the log’s signature, whoever cosigned', async () => {
    const byWitnesses = `${text}\n${lines.filter(Boolean).join('')}`
    expect(await openWitnessed(byWitnesses, policy)).toMatchObject({ refusal: { code: 'unknown-log' } })
    const other = await signCheckpoint(
      { ...checkpoint, origin: 'log2.example' },
      noteSigner('log2.example', keys[0]!),
    )
    expect(await openWitnessed(other, policy)).toMatchObject({ refusal: { code: 'no-known-signature' } })
  })

  test('is refused where a known witness’s line is another checkpoint’s', async () => {
    const stolen = await cosign(
      formatCheckpoint({ ...checkpoint, size: 6 }),
      1,
      cosigner('witness1.example', keys[1]!),
    )
    expect(await openWitnessed(`${note}${formatSignatureLine(stolen)}`, policy)).toMatchObject({
      refusal: { code: 'bad-signature', where: { name: 'witness1.example' } },
    })
  })

  test('a policy may leave the log to its user', async () => {
    const open = value(parsePolicy('quorum none\n'))
    expect(await openWitnessed(note, open)).toMatchObject({ refusal: { code: 'no-known-signature' } })
    const logs = [verifierKey('log.example', noteKey, keys[0]!.publicKey)]
    expect(await openWitnessed(note, open, { logs })).toMatchObject({ ok: true, value: { quorumMet: true } })
  })

  test('is a note like any other', async () => {
    expect(await openWitnessed(formatNote({ text: 'a\n', signatures: [] }), policy)).toMatchObject({
      ok: false,
    })
    expect(await openWitnessed('', policy)).toMatchObject({ refusal: { code: 'bad-note' } })
  })
})
