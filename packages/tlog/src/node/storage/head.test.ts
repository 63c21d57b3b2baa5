import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinBytes } from '../../bytes.ts'
import { utf8 } from '../../text.ts'
import { emptyRoot } from '../../tree/hash.ts'
import { formatHead, layBatch, newHead, readHead, seal } from './head.ts'

const mark = Uint8Array.of(0x5f, 0x03, 0xa9, 0xc1)
const sealed = (mark: Uint8Array, entries: readonly Uint8Array[]) => seal(layBatch(mark, entries))
const head = { origin: 'example.com/log', size: 0, root: emptyRoot, mark }

test('the bytes are those that the documentation shows', () => {
  expect(Buffer.from(sealed(mark, [utf8('hello'), utf8('y!')])).toString('hex')).toBe(
    '5f03a9c1' + '0000000b' + '000568656c6c6f' + '00027921' + 'a68aee6d',
  )
  expect(new TextDecoder().decode(formatHead(head))).toBe(
    'example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n5f03a9c1\n\n',
  )
})

const batches = fc.array(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 }), { maxLength: 5 })
const fileOf = (written: readonly Uint8Array[][]) =>
  joinBytes(formatHead(head), ...written.map(entries => sealed(mark, entries)))

test('what was written is read', () => {
  fc.assert(
    fc.property(batches, written => {
      expect(readHead(fileOf(written), 'heads/1')).toEqual({ ok: true, value: { head, batches: written } })
    }),
  )
})

test('a write cut short at any byte, or of which only zeros arrived, loses the last batch alone', () => {
  fc.assert(
    fc.property(
      batches,
      fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 3 }),
      (written, last) => {
        const before = fileOf(written)
        const whole = fileOf([...written, last])
        for (let length = before.length; length < whole.length; length++) {
          const torn = whole.slice(0, length)
          expect(readHead(torn, 'heads/1')).toEqual({ ok: true, value: { head, batches: written } })
          const zeros = new Uint8Array(whole.length)
          zeros.set(torn)
          if (whole.subarray(length).some(byte => byte !== 0))
            expect(readHead(zeros, 'heads/1')).toEqual({ ok: true, value: { head, batches: written } })
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('a changed byte in a batch that is not the last is damage, not a write cut short', () => {
  const first = sealed(mark, [utf8('one'), utf8('two')])
  const start = formatHead(head).length
  for (let at = 0; at < first.length; at++) {
    const file = fileOf([[utf8('one'), utf8('two')], [utf8('three')]])
    file[start + at]! ^= 0x20
    expect(readHead(file, 'heads/1')).toMatchObject({
      ok: false,
      refusal: { code: 'damaged-head', where: { path: 'heads/1', byte: start } },
    })
  }
})

test('an entry that looks like a batch under another mark does not make a torn write into damage', () => {
  const forged = sealed(Uint8Array.of(1, 2, 3, 4), [utf8('forged')])
  const torn = fileOf([[], [forged]]).slice(0, -3)
  expect(readHead(torn, 'heads/1')).toEqual({ ok: true, value: { head, batches: [[]] } })
})

test('anything else is refused or read, never thrown on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(readHead(bytes, 'heads/1')).toMatchObject({ ok: false, refusal: { code: 'bad-head' } })
    }),
  )
  expect(readHead(formatHead(newHead('a', 1, emptyRoot)).slice(0, -1), 'heads/1')).toMatchObject({
    ok: false,
    refusal: { code: 'bad-head' },
  })
})
