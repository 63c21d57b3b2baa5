import { join, resolve } from 'node:path'
import { tally } from '@countersign/election'
import { overviewOf } from '@countersign/publication'
import { type SignatureChecker, verify } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import { entriesPath, ok, type Result, refuse } from '@countersign/tlog'
import { fromFiles, sodiumNative } from '@countersign/tlog/node'
import { type Answer, type Command, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { verifiedState } from '../publish/state.ts'
import { portFrom, serveUntilStopped } from '../serve/serve.ts'
import { publishSite, type SiteRecord } from '../site/site.ts'
import type { Language } from '../tally/words.ts'
import { bringRecord } from './bring.ts'
import { bringMadeUp } from './made-up.ts'
import { type OneByte, withOneByteChanged } from './one-byte.ts'
import { type Shown, summaryOf } from './summary.ts'

const shipped = resolve(import.meta.dirname, '../../../../elections')
const elections = ['iran-2024', 'iran-2009']
/** Synthetic, and only where it is asked for. */
const madeUp = 'made-up-night'

/** The main job, whole: real results in, one verifiable record, the outcome and why, a page with the same. */
export const demo: Command = {
  usage: 'demo',
  says: 'Import, sign, log, tally and verify the shipped elections, then serve the result on localhost.',
  options: [
    ['--out <dir>', 'where the records and the site are kept; what is there is used again (default: data)'],
    [
      '--made-up',
      'also a made-up live election, labelled synthetic, with boxes in every state, complaints and rulings',
    ],
    ['--no-serve', 'end after the summary'],
    ['--port <n>', 'the site’s port (default: the PORT of the environment, else 8080)'],
  ],
  examples: [
    'countersign demo',
    'countersign demo --made-up',
    'PORT=3000 countersign demo',
    'countersign demo --no-serve --json',
  ],
  run: async (_, given, { progress, language }) => {
    const out = resolve(typeof given.out === 'string' ? given.out : 'data')
    const port = portFrom(given.port ?? process.env.PORT ?? '8080')
    if (port === undefined)
      return stop('port', 'the port is not a number from 0 to 65535', 'set PORT, or use --port')
    const checker = signaturePool()
    const shown: Shown[] = []
    const folders = given['made-up'] === true || given.madeUp === true ? [...elections, madeUp] : elections
    for (const folder of folders) {
      progress.at(folder, shown.length, folders.length)
      const one = await showOne(folder, join(out, folder), checker)
      if (!one.ok) {
        await checker.close()
        return stop(
          one.refusal.code,
          `${folder}: ${one.refusal.message}`,
          `remove ${join(out, folder)} and run this again`,
        )
      }
      shown.push(one.value)
    }
    await checker.close()
    const site = join(out, 'site')
    const published = await publishShown(site, out, folders, progress)
    if (!published.ok) return stop(published.refusal.code, published.refusal.message, `remove ${site}`)
    const answer = answerOf(out, shown, language)
    if (given.serve === false) return answer
    return serveUntilStopped(site, port, { ...answer, asJson: given.json === true })
  },
}

async function publishShown(
  site: string,
  out: string,
  folders: readonly string[],
  progress: Progress,
): Promise<Result<unknown>> {
  const records: SiteRecord[] = []
  for (const name of folders) {
    const state = await verifiedState(join(out, name), join(site, name), progress)
    if (!state.ok) return state
    records.push({ ...state.value, name, record: join(out, name), exports: true })
  }
  return publishSite(site, records)
}

async function showOne(folder: string, path: string, checker: SignatureChecker): Promise<Result<Shown>> {
  const brought =
    folder === madeUp
      ? await bringMadeUp(path)
      : await bringRecord(join(shipped, folder, 'election.json'), path)
  if (!brought.ok) return brought
  const source = fromFiles(path)
  const options = { checker, engine: sodiumNative }
  const verified = await verify(source, options)
  if (!verified.ok) return verified
  const { report, election } = verified.value
  if (!election) return refuse('broken', report.failures[0]?.message ?? 'the record does not verify')
  const at = await middleOf(path, election.size)
  const changed = await verify(withOneByteChanged(source, at), options)
  if (!changed.ok) return changed
  return ok({
    folder,
    made: brought.value.made,
    election,
    overview: overviewOf(election),
    tally: tally(election),
    report,
    changed: { at, report: changed.value.report },
  })
}

/** A byte in the middle of the record's last bundle of entries. */
async function middleOf(path: string, size: number): Promise<OneByte> {
  const width = size % 256
  const bundle = entriesPath(Math.floor((size - 1) / 256), width === 0 ? 256 : width)
  const bytes = await fromFiles(path).read(bundle)
  return { path: bundle, offset: Math.floor((bytes?.length ?? 0) / 2) }
}

function answerOf(out: string, shown: readonly Shown[], language: Language): Answer {
  const finding = shown.some(({ report, changed }) => !report.intact || changed.report.intact)
  return {
    json: {
      out,
      elections: shown.map(({ folder, made, tally, report, changed }) => ({
        folder,
        made,
        tally,
        verify: report,
        changed,
      })),
    },
    text: [
      ...shown.map(one => summaryOf(one, language)),
      `Check it yourself: npm run countersign -- verify ${join(out, elections[0] ?? '')}`,
    ].join(`\n\n${'─'.repeat(72)}\n`),
    finding,
  }
}
