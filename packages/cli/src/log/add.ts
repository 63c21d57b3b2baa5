import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import type { Sequencer } from '@countersign/tlog/node'
import { type Answer, type Command, type Stopped, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { openingOptions, stopLog, withLog } from './opening.ts'

export const add: Command = {
  usage: 'add <dir> [files...]',
  says: 'Add entries to a log, each file as one (or each line, with --lines); `-` is standard input.',
  options: [['--lines', 'each line that is not empty is an entry'], ...openingOptions],
  examples: [
    'countersign log add minutes 2026-11-21.pdf',
    'seq 1000 | countersign log add minutes - --lines',
  ],
  run: ([dir, ...files], given, { progress }) =>
    withLog(dir!, given, log =>
      addAll(log, files.length > 0 ? files : ['-'], given.lines === true, progress),
    ),
}

/** Entries that are answered together. */
const together = 1_000

async function addAll(
  log: Sequencer,
  files: readonly string[],
  lines: boolean,
  progress: Progress,
): Promise<Answer | Stopped> {
  const before = log.size
  const indexes: number[] = []
  let batch: Uint8Array[] = []
  const flush = async () => {
    const added = await log.add(batch)
    batch = []
    if (added.ok) indexes.push(...added.value)
    progress.at('entries', indexes.length)
    return added
  }
  try {
    for (const file of files)
      for await (const entry of entriesIn(file, lines)) {
        if (batch.push(entry) < together) continue
        const added = await flush()
        if (!added.ok) return stopLog(added)
      }
  } catch (error) {
    return stop(
      'cannot-read',
      (error as Error).message,
      'name files that can be read; what was answered is kept',
    )
  }
  const added = await flush()
  if (!added.ok) return stopLog(added)
  const fresh = log.size - before
  const json = { indexes, added: fresh, known: indexes.length - fresh, size: log.size }
  return { json, text: wordsOf(indexes, fresh, log.size) }
}

async function* entriesIn(file: string, lines: boolean): AsyncGenerator<Uint8Array> {
  if (!lines) {
    yield new Uint8Array(file === '-' ? await buffer(process.stdin) : await readFile(file))
    return
  }
  const input = file === '-' ? process.stdin : createReadStream(file)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield new TextEncoder().encode(line)
}

function wordsOf(indexes: readonly number[], fresh: number, size: number): string {
  const first =
    indexes.length <= 20 ? `index ${indexes.join(', ')}` : `indexes ${indexes[0]} to ${indexes.at(-1)}`
  const known = indexes.length - fresh
  return [
    `${fresh.toLocaleString('en')} entries added${indexes.length === 0 ? '' : `: ${first}`}`,
    ...(known > 0
      ? [`  ${known.toLocaleString('en')} were in the log already and keep their first index`]
      : []),
    `  the log has ${size.toLocaleString('en')} entries`,
  ].join('\n')
}
