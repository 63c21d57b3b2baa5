import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  isTemplate,
  maySign,
  problems,
  type Setup,
  type SetupDocument,
  sayProblem,
  templateNames,
  templateOf,
} from '@countersign/publication/setup'
import type { Answer, Command, Given, Stopped, Surroundings } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { documentFile, readFolder, type TablePaths, writeSetup } from './folder.ts'
import { type Sealed, sealTrial } from './seal.ts'
import { problemText, sealedText } from './text.ts'

/** Sets an election up. */
export const newCommand: Command = {
  usage: 'new <dir>',
  says: 'Set an election up in a folder: from a template and tables, with all that is wrong listed before anything is signed.',
  options: [
    ['--template <name>', `what to begin with: ${templateNames.join(' or ')}`],
    ['--places <csv>', 'a row for each box: its area, place, serials'],
    ['--areas <csv>', 'the tree of areas, where the places do not name it all'],
    ['--candidates <csv>', 'the candidates of the first round'],
    ['--roster <csv>', 'the people of every side, where one hand has them all, as in a trial'],
    ['--name <name>', 'the name of the election, in the language of --lang'],
    ['--date <day...>', 'the voting day of each round, such as 2031-06-06'],
    ['--trigger <day>', 'the day from which the calendar counts, such as that of a vacancy'],
    ['--check', 'list what is wrong with a folder that is there'],
    [
      '--seal',
      'for trials and rehearsals: make every key here, and a record up to its sealed list, ready for `countersign run`',
    ],
    ['--rehearsal', 'with --seal: a rehearsal, whose record can never be taken for a real one'],
    ['--origin <name>', 'with --seal: the name of the record’s log'],
  ],
  examples: [
    'countersign new spring --template plain --places places.csv --candidates candidates.csv --date 2031-05-04',
    'countersign new spring --check',
    'countersign new spring --seal --rehearsal',
  ],
  run: async ([dir], given, surroundings) => {
    const begun = await begin(dir!, given, surroundings)
    if (begun) return begun
    const setup = await readFolder(dir!)
    if (!setup.ok) return stopBy(setup.refusal)
    return given.seal === true
      ? seal(dir!, setup.value, given, surroundings)
      : listed(dir!, setup.value, given, surroundings)
  },
}

/** Writes the folder where a template is named. @returns why it could not be */
async function begin(dir: string, given: Given, { language }: Surroundings): Promise<Stopped | undefined> {
  const { template } = given
  const tables = tablesIn(given)
  const there = existsSync(join(dir, documentFile))
  if (typeof template !== 'string') {
    if (!there)
      return stop(
        'usage',
        `${dir} has no ${documentFile} yet`,
        `begin it with --template ${templateNames.join('|')}`,
      )
    if (Object.keys(tables).length === 0) return undefined
    return stop(
      'exists',
      `${dir} is there already`,
      `put the new tables into it as <table>.csv, and edit ${documentFile}`,
    )
  }
  if (!isTemplate(template))
    return stop('usage', `there is no template ${template}`, `use one of: ${templateNames.join(', ')}`)
  if (there)
    return stop('exists', `${dir} has a ${documentFile} already`, `edit it, or choose another folder`)
  const written = await writeSetup(dir, filledIn(templateOf(template), given, language), tables)
  return written.ok ? undefined : stopBy(written.refusal)
}

function tablesIn({ areas, places, candidates, roster }: Given): TablePaths {
  const named = { areas, places, candidates, roster }
  return Object.fromEntries(
    Object.entries(named).filter(([, path]) => typeof path === 'string'),
  ) as TablePaths
}

/** The template with what the command line says. */
function filledIn(document: SetupDocument, { name, date, trigger }: Given, language: string): SetupDocument {
  const days = Array.isArray(date) ? (date as readonly string[]) : []
  return {
    ...document,
    definition: {
      ...document.definition,
      ...(typeof name === 'string' && { name: { [language]: name.normalize('NFC') } }),
    },
    rounds: document.rounds.map((round, i) => (days[i] === undefined ? round : { ...round, date: days[i] })),
    ...(typeof trigger === 'string' && { trigger }),
  }
}

/** What is wrong with the folder. To `--check`, what stops is a finding; a folder that was just begun lacks things. */
function listed(dir: string, setup: Setup, { check }: Given, { language }: Surroundings): Answer {
  const found = problems(setup)
  const said = found.map(each => sayProblem(each, language))
  const counts = {
    areas: setup.areas.length,
    boxes: setup.boxes.length,
    candidates: setup.candidates.length,
    people: setup.people.length,
  }
  const ready = maySign(found)
  return {
    json: { dir, ...counts, ready, problems: said },
    text: problemText(dir, counts, said, language),
    finding: check === true && !ready,
  }
}

async function seal(
  dir: string,
  setup: Setup,
  { origin, rehearsal }: Given,
  { progress }: Surroundings,
): Promise<Answer | Stopped> {
  const named = typeof origin === 'string' ? origin : 'countersign.example/trial'
  const full = rehearsal === true && !named.startsWith('rehearsal.') ? `rehearsal.${named}` : named
  const heard = (done: number, total: number) => progress.at('signed and logged', done, total)
  if (existsSync(join(dir, 'record')))
    return stop(
      'exists',
      `${dir} has a record already`,
      'choose another folder, or remove the trial’s record',
    )
  const sealed = await sealTrial(dir, setup, { origin: full, heard })
  if (!sealed.ok)
    return stop(
      sealed.refusal.code,
      sealed.refusal.message,
      sealed.refusal.code === 'setup-problems' ? `countersign new ${dir} --check` : undefined,
    )
  const json: Sealed & { dir: string } = { dir, ...sealed.value }
  return { json, text: sealedText(dir, sealed.value) }
}
