import { log, origin, type TestLog, witnesses } from '../log.ts'
import { headText, logKey, type Signer, signNote, witnessKey } from '../signer.ts'
import { fileOf, flip, harmless, joined, type Mutation, pick, refused } from './mutation.ts'

const stranger = logKey('stranger.example/log', 'a stranger')
const time = 1_719_550_800

/** What may befall a checkpoint: unsigned changes, and texts that the log itself has signed wrongly. */
export function checkpointMutations(log: TestLog): Mutation[] {
  return [...unsigned(log), ...signedWrongly(log), ...signatureLines(log), ...unchanged(log)]
}

/** Changed by someone without the log's key. */
function unsigned(testLog: TestLog): Mutation[] {
  const checkpoint = fileOf(testLog, 'checkpoint')
  const text = Buffer.from(checkpoint).toString()
  const lines = text.split('\n')
  const starts = lines.map((_, i) =>
    lines.slice(0, i).reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
  )
  const inLine = (name: string, line: number, at: number) =>
    bad(`a byte of ${name} changed`, flip(checkpoint, starts[line]! + at))
  return [
    inLine('the origin', 0, pick('origin', origin.length)),
    inLine('the size', 1, 0),
    inLine('the root', 2, pick('root', 42)),
    inLine('the blank line', 3, 0),
    ...['the log’s signature', 'the first cosignature', 'the second cosignature'].flatMap((name, i) => {
      const length = Buffer.byteLength(lines[4 + i]!)
      return [0, 6, length - 84, length - 40, length - 4].map(at => inLine(`${name} (${at})`, 4 + i, at))
    }),
    bad('taken away', undefined),
    bad('empty', new Uint8Array()),
    bad('cut short by its last newline', checkpoint.slice(0, -1)),
    bad('a newline more', joined(checkpoint, Uint8Array.of(10))),
    bad('with Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))),
    bad('not UTF-8', joined(checkpoint.slice(0, 3), Uint8Array.of(0xff), checkpoint.slice(3))),
    bad('a byte-order mark before it', joined(Uint8Array.of(0xef, 0xbb, 0xbf), checkpoint)),
    bad('a control character', Buffer.from(text.replace('/', '\t'))),
    bad('without signatures', Buffer.from(`${lines.slice(0, 3).join('\n')}\n\n`)),
    bad('without blank line', Buffer.from(text.replace('\n\n', '\n'))),
    bad(
      'another size',
      Buffer.from(text.replace(`\n${testLog.entries.length}\n`, `\n${testLog.entries.length + 1}\n`)),
    ),
  ]
}

/** Texts that stand under true signatures of the log and both witnesses, and are wrong all the same. */
function signedWrongly({ entries, root }: TestLog): Mutation[] {
  const size = entries.length
  const base64 = Buffer.from(root).toString('base64')
  const otherRoot = Buffer.from(flip(root, 7))
  const wrong = (name: string, text: string) => bad(`signed: ${name}`, signed(text))
  // Which file is then named depends on what a log of that size would have.
  const wrongSize = (name: string, text: string): Mutation => {
    const { path, ...anywhere } = wrong(name, text)
    return anywhere
  }
  return [
    wrong('another origin', headText('other.example/log', size, root)),
    wrong('an empty origin', headText('', size, root)),
    wrong('another root', headText(origin, size, otherRoot)),
    wrong('a root of 31 bytes', headText(origin, size, root.slice(1))),
    wrong('a root in hexadecimal', headText(origin, size, Buffer.from(root).toString('hex'))),
    wrong('a root without padding', headText(origin, size, base64.replace('=', ''))),
    wrong('a root with stray bits', headText(origin, size, strayBits(base64))),
    wrong('a root in the alphabet for URLs', headText(origin, size, `-_${base64.slice(2)}`)),
    wrong('no root', `${origin}\n${size}\n`),
    wrongSize('a size of one less, the same root', headText(origin, size - 1, root)),
    wrongSize('a size of one more, the same root', headText(origin, size + 1, root)),
    wrongSize('a size of 2^52', headText(origin, 2 ** 52, root)),
    wrong('a size past 2^53', headText(origin, '9007199254740993', root)),
    wrong('a size past 2^64', headText(origin, '18446744073709551616', root)),
    wrong('a size with a leading zero', headText(origin, `0${size}`, root)),
    wrong('a size with a sign', headText(origin, `+${size}`, root)),
    wrong('a negative size', headText(origin, -size, root)),
    wrong('a size in hexadecimal', headText(origin, `0x${size.toString(16)}`, root)),
    wrong('a size with a space', headText(origin, `${size} `, root)),
    wrong('a size in Persian digits', headText(origin, '۱۲', root)),
    wrong('a size of nothing', headText(origin, '', root)),
    wrong('size 0, the same root', headText(origin, 0, root)),
    wrong('an empty line in its text', `${headText(origin, size, root)}\nmore\n`),
    wrong('a line before its text', `\n${headText(origin, size, root)}`),
  ]
}

/** Signature lines that are missing, false, or of another's making. */
function signatureLines({ entries, root }: TestLog): Mutation[] {
  const text = headText(origin, entries.length, root)
  const [first, second] = witnesses as [Signer, Signer]
  const note = (...lines: readonly string[]) => Buffer.from(`${text}\n${lines.join('')}`)
  const lines = [log, first, second].map(signer => signer.line(text, time)) as [string, string, string]
  const other = headText(origin, entries.length + 1, root)
  const sameName = (signer: Signer, make: typeof logKey) => make(signer.name, 'another key of that name')
  return [
    bad('the log’s signature missing', note(lines[1], lines[2])),
    bad('a cosignature missing', note(lines[0], lines[1])),
    bad('both cosignatures missing', note(lines[0])),
    bad('one cosignature twice', note(lines[0], lines[1], lines[1])),
    bad('signed by a stranger only', note(stranger.line(text))),
    bad(
      'signed by another key of the log’s name',
      note(sameName(log, logKey).line(text), lines[1], lines[2]),
    ),
    bad(
      'cosigned by another key of a witness’s name',
      note(lines[0], lines[1], sameName(second, witnessKey).line(text, time)),
    ),
    bad(
      'cosigned by a witness as a log signs',
      note(lines[0], lines[1], logKey(second.name, 'the second witness').line(text)),
    ),
    bad('the log’s signature on another text', note(log.line(other), lines[1], lines[2])),
    bad('a cosignature of another text', note(lines[0], lines[1], second.line(other, time))),
    bad('a cosignature at another time', note(lines[0], lines[1], withTime(lines[2], time + 1))),
    bad('a cosignature past 2^53 seconds', note(lines[0], lines[1], second.line(text, 2 ** 60))),
    bad('a false second signature of the log', note(...lines, log.line(other))),
    bad('a false second cosignature', note(...lines, second.line(other, time))),
    bad('a false signature before the true one', note(log.line(other), ...lines)),
    bad('a line that is no signature', note(...lines, 'and more\n')),
    bad('a hyphen for the dash', note(lines[0].replace('—', '-'), lines[1], lines[2])),
    bad('two spaces', note(lines[0].replace(' ', '  '), lines[1], lines[2])),
    bad('a space at the end', note(lines[0].replace('\n', ' \n'), lines[1], lines[2])),
    bad('a stranger’s name with a plus', note(...lines, stranger.line(text).replace('/', '+'))),
    bad('a stranger’s name with a wide space', note(...lines, stranger.line(text).replace('/', '\u2003'))),
    bad('a stranger’s name with U+0085', note(...lines, stranger.line(text).replace('/', '\u0085'))),
    bad('a stranger without a name', note(...lines, stranger.line(text).replace(stranger.name, ''))),
    bad('a stranger’s signature of four bytes', note(...lines, '— stranger.example/log AAAAAA==\n')),
    bad('a stranger’s signature not in base64', note(...lines, '— stranger.example/log AAAA*AAA\n')),
    bad('a signature without padding', note(lines[0], lines[1].replace('=\n', '\n'), lines[2])),
    bad(
      '101 signatures',
      note(...lines, ...Array.from({ length: 98 }, (_, i) => strangerNumber(i).line(text))),
    ),
  ]
}

/** Changes that leave everything that is verified as it was. */
function unchanged({ entries, root }: TestLog): Mutation[] {
  const text = headText(origin, entries.length, root)
  const [first, second] = witnesses as [Signer, Signer]
  const note = (...signers: readonly Signer[]) => signNote(text, signers)
  const signedBy = (line: string) => joined(note(log, first, second), Buffer.from(line))
  return [
    good('signatures in another order', note(second, log, first)),
    good('a stranger’s signature more', note(log, stranger, first, second)),
    good('a stranger’s false signature', signedBy(stranger.line('other\n'))),
    good('a signature of an unknown kind', signedBy('— odd.example AAAAAAE=\n')),
    good('another key of the log’s name more', note(log, logKey(log.name, 'another'), first, second)),
    good(
      '16 signatures',
      note(log, first, second, ...Array.from({ length: 13 }, (_, i) => strangerNumber(i))),
    ),
    good('the same signature twice', note(log, log, first, second)),
    good('a cosignature twice, at two times', signedBy(second.line(text, time + 60))),
    good('cosigned at second 0', signNote(text, [log, first, second], 0)),
    good('a stranger’s name with U+FEFF', note(log, first, second, logKey('odd\uFEFFname', 'odd'))),
    good('a stranger’s Persian name', note(log, first, second, logKey('شاهد.example', 'witness'))),
    good('a line of extension', signed(`${text}extension\n`)),
  ]
}

function bad(name: string, checkpoint: Uint8Array | undefined): Mutation {
  return refused('checkpoint', name, checkpoint)
}

function good(name: string, checkpoint: Uint8Array): Mutation {
  return harmless('checkpoint', name, checkpoint)
}

function signed(text: string): Uint8Array {
  return signNote(text, [log, ...witnesses], time)
}

function strangerNumber(i: number): Signer {
  return logKey(`stranger${i}.example/log`, `stranger ${i}`)
}

/** The same 32 bytes, written with a bit set that belongs to none of them. */
function strayBits(base64: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const last = alphabet.indexOf(base64[42]!)
  return `${base64.slice(0, 42)}${alphabet[last + 1]}=`
}

/** A cosignature's line with another time in it. */
function withTime(line: string, seconds: number): string {
  const [dash, name, base64] = line.trimEnd().split(' ')
  const bytes = Buffer.from(base64!, 'base64')
  bytes.writeBigUInt64BE(BigInt(seconds), 4)
  return `${dash} ${name} ${bytes.toString('base64')}\n`
}
