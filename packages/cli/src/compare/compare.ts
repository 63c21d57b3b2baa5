import type { Election } from '@countersign/election'
import { beginReplay, replayOn } from '@countersign/publication'
import { type Compared, compareCopy, type OwnCount, ownCount, publishedRound } from '@countersign/record'
import { type LogReader, ok, type Result } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { type Command, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import type { Known } from '../read/statements.ts'
import { openRecord } from '../record/log.ts'
import { stopBy } from '../record/refused.ts'
import { copiesIn } from './copies.ts'
import { writeEvidence } from './evidence.ts'

/** An agent's own copy, or a team's copies, beside what is published. */
export const compareCommand: Command = {
  usage: 'compare <record> <copies...>',
  says: 'Compare copies in hand with what is published: photographs, codes, entries, or figures typed as JSON.',
  options: [
    ['--own-count', 'add the copies up beside the published forms of the same boxes'],
    ['--round <n>', 'of --own-count: the round; 1 where absent'],
    ['--evidence <folder>', 'write each difference for a court: the copy, the published entry, its proof'],
  ],
  examples: [
    'countersign compare https://elections.example.org/record IMG_0412.jpg',
    'countersign compare data/record copies/*.json --own-count --evidence evidence',
  ],
  run: async ([where, ...files], { ownCount: counted, round, evidence }, { progress }) => {
    const record = await replayedAt(where!, progress)
    if (!record.ok) return stopBy(record.refusal, where)
    const { log, known, election } = record.value
    const copies = await copiesIn(files, known)
    if (!copies.ok) return stopBy(copies.refusal)
    const found = copies.value.map(({ file, copy, entry }) => ({
      ...{ from: file, copy, entry, compared: compareCopy(election, copy) },
    }))
    const number = round === undefined ? 1 : Number(round)
    const published = counted === true ? publishedRound(election, number) : undefined
    if (counted === true && !published)
      return stop('no-round', `Round ${number} has no ballot.`, 'name a round of this election with --round')
    const own = published
      ? ownCount(
          published,
          found.map(({ copy }) => copy),
        )
      : null
    let folders: readonly string[] = []
    try {
      if (typeof evidence === 'string') folders = await writeEvidence(evidence, found, log, own ?? undefined)
    } catch (error) {
      return stop('cannot-write', (error as Error).message, 'name another folder with --evidence')
    }
    const compared = found.map(({ from, compared }) => ({ file: from, ...compared }))
    const lines = [
      ...compared.map(sayCompared),
      ...(own ? ['', ...sayOwnCount(own)] : []),
      ...folders.map(folder => `evidence: ${folder}`),
    ]
    const finding = compared.some(({ verdict }) => verdict !== 'identical')
    const json = { treeSize: log.checkpoint.size, compared, ownCount: own, evidence: folders }
    return { json, text: lines.join('\n'), finding }
  },
}

interface AtHand {
  readonly log: LogReader
  readonly known: Known
  readonly election: Election
}

async function replayedAt(where: string, progress: Progress): Promise<Result<AtHand>> {
  const log = await openRecord(where)
  if (!log.ok) return log
  const replay = beginReplay()
  const election = await replayOn(replay, log.value, {
    ...{ verified: 0, engine: sodiumNative },
    progress: (entries, size) => progress.at('replayed', entries, size),
  })
  if (!election.ok) return election
  return ok({
    log: log.value,
    known: { admission: replay.admission, engine: sodiumNative },
    election: election.value,
  })
}

const verdicts: Readonly<Record<Compared['verdict'], string>> = {
  identical: 'identical with what is published',
  different: 'different from what is published',
  notPublished: 'not published yet',
  signatureMissing: 'published without some of these signatures',
  noSuchBox: 'no such box on the list',
}

function sayCompared({
  file,
  box,
  round,
  grade,
  verdict,
  differences,
  missing,
  entry,
  state,
}: Compared & { file: string }): string {
  const where = entry === undefined ? '' : ` (entry ${entry}; the box is ${state})`
  return [
    `${file}: box ${box}, round ${round}, ${grade} copy: ${verdicts[verdict]}${where}`,
    ...differences.map(({ figure, form, copy }) => `  ${figure}: published ${form}, copy ${copy}`),
    ...missing.map(kid => `  not published: the signature of key ${kid}; countersign read --to sends it`),
  ].join('\n')
}

function sayOwnCount(count: OwnCount): string[] {
  const { boxes, copies, grades, own, same, withoutCopy, twice, notPublished } = count
  const { signed, photographed, typed } = grades
  const said = (votes: number) => votes.toLocaleString('en')
  const votes = Object.entries(own.votes).map(([candidate, votes]) => {
    const [ours, theirs] = [same.own.votes[candidate] ?? 0, same.published.votes[candidate] ?? 0]
    const [all, agreed] = [count.preliminary.votes[candidate] ?? 0, count.reconciled.votes[candidate] ?? 0]
    return (
      `  ${candidate}: ${said(votes)} by all copies; of the published boxes ${said(ours)} by the copies, ` +
      `${said(theirs)} as published; ` +
      `of all boxes ${said(all)} preliminary, ${said(agreed)} reconciled`
    )
  })
  return [
    `Own count: copies of ${copies} of ${boxes} boxes (${signed} signed, ${photographed} photographed, ${typed} typed); ` +
      `${same.published.boxes} of these are published, at version ${count.treeSize} of the record`,
    ...votes,
    `  published and without a copy: ${withoutCopy.length}; with a copy and not published: ${notPublished.length}`,
    ...(twice.length > 0 ? [`  two copies that differ from each other: ${twice.join(', ')}`] : []),
  ]
}
