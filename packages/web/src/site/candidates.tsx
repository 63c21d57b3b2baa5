import type { CandidacyStep, CourseStep, Names, Overview } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import type { ElectionProps } from './pages.tsx'

type Candidacy = CandidacyStep & Pick<CourseStep, 'entry'>

/** Someone who stood, or asked to. */
interface Candidate {
  readonly id: string
  readonly name: Names
  readonly steps: readonly Candidacy[]
}

/** Who was on a ballot and with what result, and who was not and why. */
export function CandidatesPage({ text, election }: ElectionProps) {
  const { overview, course } = election
  const steps = course.filter(step => step.kind === 'candidacy')
  const listed = onBallots(overview, steps)
  const unlisted = onNone(listed, steps)
  const hasSteps = steps.length > 0
  return (
    <>
      <h1>{text.say('page.candidates')}</h1>
      <p>
        {text.say(hasSteps ? 'candidates.lead.steps' : 'candidates.lead', {
          treeSize: text.count(overview.treeSize),
        })}
      </p>
      <section aria-labelledby="listed">
        <h2 id="listed">{text.say('candidates.listed')}</h2>
        <Table
          kind="stacked"
          caption={text.say('caption.candidates.listed', { count: listed.length })}
          columns={[
            { title: text.say('candidate') },
            { title: text.say('candidates.rounds'), long: true },
            ...(hasSteps ? [{ title: text.say('candidates.steps'), long: true }] : []),
          ]}
          rows={listed.map(candidate => ({
            key: candidate.id,
            cells: [
              text.name(candidate.name),
              <Rounds key="rounds" text={text} overview={overview} candidate={candidate.id} />,
              ...(hasSteps ? [<Steps key="steps" text={text} steps={candidate.steps} />] : []),
            ],
          }))}
        />
      </section>
      {unlisted.length > 0 && (
        <section aria-labelledby="unlisted">
          <h2 id="unlisted">{text.say('candidates.unlisted')}</h2>
          <Table
            kind="stacked"
            caption={text.say('caption.candidates.unlisted', { count: unlisted.length })}
            columns={[{ title: text.say('candidate') }, { title: text.say('candidates.steps'), long: true }]}
            rows={unlisted.map(({ id, name, steps }) => ({
              key: id,
              cells: [text.name(name), <Steps key="steps" text={text} steps={steps} />],
            }))}
          />
        </section>
      )}
    </>
  )
}

/** In the order of the first ballot that names them. */
function onBallots({ rounds }: Overview, steps: readonly Candidacy[]): readonly Candidate[] {
  const names = new Map<string, Names>()
  for (const { candidates } of rounds)
    for (const { id, name } of candidates) if (!names.has(id)) names.set(id, name)
  return Array.from(names, ([id, name]) => ({
    id,
    name,
    steps: steps.filter(({ candidate }) => candidate === id),
  }))
}

function onNone(listed: readonly Candidate[], steps: readonly Candidacy[]): readonly Candidate[] {
  const known = new Set(listed.map(({ id }) => id))
  const others = Map.groupBy(
    steps.filter(({ candidate }) => !known.has(candidate)),
    ({ candidate }) => candidate,
  )
  return Array.from(others, ([id, steps]) => ({ id, name: steps[0]!.name, steps }))
}

function Rounds({
  text,
  overview,
  candidate,
}: {
  readonly text: Text
  readonly overview: Overview
  readonly candidate: string
}) {
  const share = (percent: string | undefined) => (percent === undefined ? '–' : text.percent(percent))
  const lines = overview.rounds.flatMap(({ round, candidates }) => {
    const found = candidates.find(({ id }) => id === candidate)
    if (!found) return []
    const { number, votes, withdrawn, ofTaken, ofValid } = found
    const place = { round: text.count(round), number: text.count(number) }
    const said =
      votes === null
        ? text.say('candidates.round.unknown', place)
        : text.say('candidates.round', {
            ...place,
            votes: text.count(votes),
            ofTaken: share(ofTaken?.percent),
            ofValid: share(ofValid?.percent),
          })
    return [{ round, said: withdrawn ? `${said} (${text.say('candidate.withdrawn')})` : said }]
  })
  return (
    <ul className="rulings">
      {lines.map(({ round, said }) => (
        <li key={round}>{said}</li>
      ))}
    </ul>
  )
}

function Steps({ text, steps }: { readonly text: Text; readonly steps: readonly Candidacy[] }) {
  if (steps.length === 0) return text.say('candidates.none')
  return (
    <ul className="rulings">
      {steps.map(({ entry, step, ground, instance, other }) => (
        <li key={entry}>
          {text.say(`candidacy.${step}`, { other: other === null ? '' : text.name(other) })}
          {instance !== null && ` ${text.say('candidacy.instance', { instance })}`}
          {ground !== null && (
            <>
              {': '}
              <bdi>{ground}</bdi>
            </>
          )}{' '}
          <span className="quiet">({text.say('course.confirm.entry', { entry: text.count(entry) })})</span>
        </li>
      ))}
    </ul>
  )
}
