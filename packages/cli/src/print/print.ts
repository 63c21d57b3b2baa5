import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Election } from '@countersign/election'
import { type Occasion, type Printed, placesOf } from '@countersign/paper'
import { typeset } from '@countersign/paper/node'
import { type LogReader, ok, type Result, refuse } from '@countersign/tlog'
import { type Answer, type Command, type Stopped, type Surroundings, stop } from '../command/command.ts'
import { openRecord } from '../record/log.ts'
import { stopBy } from '../record/refused.ts'
import { verified } from '../record/verified.ts'
import { kinds, type Order, orderOf } from './order.ts'
import { type Maker, makersOf } from './pieces.ts'

/** Boxes, or hundreds of cards, that are set in type at once; more go into further files. */
const batch = 40

/** Everything on paper, from the record: forms to fill in, forms as signed, sheets, posters, cards. */
export const printCommand: Command = {
  usage: 'print <record>',
  says: 'Make PDFs from a record or a data folder: forms blank and as signed, count sheets, posters, invitations, sealed seeds.',
  options: [
    ['--kind <kind>', `what: ${kinds.join(', ')}`],
    ['--box <id>', 'only this box'],
    ['--area <id>', 'only the boxes of this area'],
    ['--round <n>', 'of this round; the last one with a ballot where absent'],
    ['--language <language>', 'en, fa or both; both where absent'],
    ['--time-zone <name>', 'whose clock the paper shows, such as Asia/Tehran; UTC where absent'],
    ['--site <address>', 'of a poster: the public site, for a code that leads to the box’s page'],
    ['--invitations <json>', 'of cards: what the server answered when they were made'],
    ['--seeds <csv>', 'of sealed seeds: the table of them'],
    ['--side <id>', 'of cards and seeds: the body or candidate that gives them'],
    ['--out <pdf>', 'the file; more than forty boxes go into numbered files'],
  ],
  examples: [
    'countersign print data --kind blank --area IR-23 --language fa --out blank.pdf',
    'countersign print data --kind form --box 23-0107-041 --time-zone Asia/Tehran --out form.pdf',
    'countersign print data --kind cards --invitations made.json --side ministry --out cards.pdf',
  ],
  run: async ([where], given, surroundings) => {
    const order = orderOf(given)
    if ('stopped' in order) return order
    const record = existsSync(join(where!, 'record', 'checkpoint')) ? join(where!, 'record') : where!
    const opened = await open(record, surroundings)
    if (!opened.ok) return stopBy(opened.refusal, record)
    const { election } = opened.value
    const round = order.round ?? [...election.rounds.keys()].at(-1)
    const ballot = round === undefined ? undefined : election.rounds.get(round)?.ballot.statement
    if (!ballot)
      return stop(
        'no-such-round',
        'The record has no ballot of that round.',
        'give --round, or sign the ballot first',
      )
    const places = placesOf(election, ballot.round, given)
    if (places.length === 0)
      return stop('no-such-box', 'No box on the list is meant.', 'look at --box, --area and --round')
    const occasions = order.languages.map(
      (language): Occasion => ({
        definition: election.definition as Occasion['definition'],
        definitionId: election.definitionId,
        ballot: ballot as Occasion['ballot'],
        language,
        timeZone: order.timeZone,
      }),
    )
    const made = await makersOf(order, { ...opened.value, occasions, places })
    if (!made.ok) return stopBy(made.refusal)
    return written(order, made.value, election.time, surroundings)
  },
}

interface Opened {
  readonly election: Election
  readonly log: LogReader
}

async function open(record: string, { progress }: Surroundings): Promise<Result<Opened>> {
  const done = await verified(record, {}, progress)
  if (!done.ok) return done
  const { election, report } = done.value
  // What is printed from a record that does not verify would be believed.
  if (!election || !report.intact)
    return refuse('broken', `The record does not verify: ${report.failures[0]?.message ?? 'no state'}`)
  const log = await openRecord(record)
  return log.ok ? ok({ election, log: log.value }) : log
}

async function written(
  { kind, out }: Order,
  makers: readonly Maker[],
  created: number,
  { progress }: Surroundings,
): Promise<Answer | Stopped> {
  const files: { readonly file: string; readonly pages: number }[] = []
  for (let at = 0; at < makers.length; at += batch) {
    const printed: Printed[] = []
    for (const make of makers.slice(at, at + batch)) {
      const made = await make()
      if (!made.ok) return stopBy(made.refusal)
      printed.push(...made.value)
    }
    progress.at('printed', at, makers.length)
    if (printed.length === 0) continue
    const { pages, pdf } = typeset(printed)
    const file = makers.length <= batch ? out : numbered(out, at / batch + 1)
    try {
      writeFileSync(file, pdf(created))
    } catch (error) {
      return stop('cannot-write', (error as Error).message, 'name another file with --out')
    }
    files.push({ file, pages })
  }
  if (files.length === 0)
    return stop(
      'no-form',
      'None of these boxes has a form in the record yet.',
      'print --kind blank to fill in by hand',
    )
  const pages = files.reduce((sum, one) => sum + one.pages, 0)
  const names = files.length === 1 ? files[0]!.file : `${files.length} files, ${files[0]!.file} and on`
  return { json: { kind, pages, files }, text: `${names}: ${pages.toLocaleString('en')} pages` }
}

function numbered(out: string, number: number): string {
  return out.replace(/(\.pdf)?$/i, `-${String(number).padStart(3, '0')}$1`)
}
