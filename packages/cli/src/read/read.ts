import { writeFileSync } from 'node:fs'
import { beginReplay, replayOn } from '@countersign/publication'
import { ok, type Result } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { type Answer, type Command, type Stopped, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { openRecord } from '../record/log.ts'
import { stopBy } from '../record/refused.ts'
import { type Picture, readPicture } from './pictures.ts'
import { bundleOf, type Relayed, relay } from './relay.ts'
import { type Known, type ReadStatement, statementsIn } from './statements.ts'

/** Photographs of forms back into signed statements: a result can be rebuilt from paper alone. */
export const readCommand: Command = {
  usage: 'read <images...>',
  says: 'Read the codes on photographs of forms, and give back the signed statements: to keep, to check, to send.',
  options: [
    ['--record <record>', 'verify every signature under the keys of this record (a folder or a URL)'],
    ['--out <file>', 'write the statements, one after the other, as POST /statements takes them'],
    ['--to <server>', 'send them to this server'],
  ],
  examples: [
    'countersign read IMG_0412.jpg IMG_0413.jpg --record https://elections.example.org/record',
    'countersign read photos/*.jpg --record data/record --out forms.entries --to https://elections.example.org',
  ],
  run: async (files, { record, out, to }, { progress }) => {
    const pictures: Picture[] = []
    for (const file of files) {
      const picture = await readPicture(file)
      if (!picture.ok) return stopBy(picture.refusal, file)
      pictures.push(picture.value)
      progress.at('read', pictures.length, files.length)
    }
    const known = typeof record === 'string' ? await keysOf(record, progress) : ok(undefined)
    if (!known.ok) return stopBy(known.refusal, record as string)
    const statements = await statementsIn(
      pictures.flatMap(({ parts }) => parts),
      known.value,
    )
    const ready = statements.filter(one => one.entry && !one.refused)
    const entries = ready.map(({ entry }) => entry!)
    const kept = typeof out === 'string' ? keep(out, entries) : undefined
    if (kept) return kept
    const sent = typeof to === 'string' && entries.length > 0 ? await relay(to, entries) : undefined
    if (sent && !sent.ok) return stopBy(sent.refusal)
    return answer(pictures, statements, ready, sent?.value)
  },
}

/** Every key that the record has given, by replaying it. */
async function keysOf(record: string, progress: Progress): Promise<Result<Known>> {
  const log = await openRecord(record)
  if (!log.ok) return log
  const replay = beginReplay()
  const replayed = await replayOn(replay, log.value, {
    verified: 0,
    engine: sodiumNative,
    progress: (entries, size) => progress.at('replayed', entries, size),
  })
  return replayed.ok ? ok({ admission: replay.admission, engine: sodiumNative }) : replayed
}

function keep(out: string, entries: readonly Uint8Array[]): Stopped | undefined {
  try {
    writeFileSync(out, bundleOf(entries))
    return undefined
  } catch (error) {
    return stop('cannot-write', (error as Error).message, 'name another file with --out')
  }
}

function answer(
  pictures: readonly Picture[],
  statements: readonly ReadStatement[],
  ready: readonly ReadStatement[],
  sent: readonly Relayed[] | undefined,
): Answer {
  const results = new Map(ready.map((one, i) => [one, sent?.[i]]))
  const json = {
    pictures: pictures.map(({ file, parts, pages, damaged }) => ({
      file,
      codes: parts.length,
      pages,
      damaged,
    })),
    statements: statements.map(one => {
      const { entry, ...told } = one
      return { ...told, bytes: entry?.length ?? null, sent: results.get(one) ?? null }
    }),
  }
  const lines = [
    ...pictures.map(({ file, parts, damaged }) =>
      [`${file}: ${parts.length} codes`, ...damaged.map(why => `  ${why}`)].join('\n'),
    ),
    ...statements.map(one => sayStatement(one, results.get(one))),
  ]
  const whole = statements.every(
    ({ entry, missing, refused, rejected }) =>
      entry !== undefined && missing.length === 0 && !refused && rejected.length === 0,
  )
  const accepted = sent === undefined || sent.every(one => 'index' in one)
  return { json, text: lines.join('\n'), finding: statements.length === 0 || !whole || !accepted }
}

function sayStatement(one: ReadStatement, sent: Relayed | undefined): string {
  const { id, kind, box, round, signatures, verified, missing, rejected, refused } = one
  const what =
    kind === null ? `a statement ${id}` : `${kind}${box === null ? '' : ` of box ${box}`}, round ${round}`
  const held =
    verified === null
      ? `${signatures} signatures, not verified`
      : `${verified} of ${signatures} signatures verify`
  return [
    `${what}: ${held}`,
    ...(missing.length > 0
      ? [`  codes still to be read: ${missing.join(', ')}; photograph the sheet again`]
      : []),
    ...(kind === null && missing.length === 0 && !refused
      ? ['  signatures alone: photograph the form that they belong to']
      : []),
    ...rejected.map(({ kid, code }) => `  ${kid}: ${code}`),
    ...(refused ? [`  ${refused.code}: ${refused.message}`] : []),
    ...(sent === undefined ? [] : [sayRelayed(sent)]),
  ].join('\n')
}

function sayRelayed(sent: Relayed): string {
  if ('refusal' in sent) return `  refused: ${sent.refusal.code}: ${sent.refusal.message}`
  return `  recorded as entry ${sent.index}${sent.again ? ', where it was already' : ''}`
}
