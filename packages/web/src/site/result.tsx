import type { RoundResult } from '@countersign/publication'
import { Decisions } from './decisions.tsx'
import { Evidence, formsInWords } from './evidence.tsx'
import { Figures, totalName } from './figures.tsx'
import { outcomeInWords } from './outcome.ts'
import type { ElectionProps } from './pages.tsx'
import { latestFirst } from './rounds.ts'
import { RoundsCompared } from './rounds-compared.tsx'
import { SettledBounds } from './settled.tsx'
import { Standings } from './standings.tsx'
import { States, Totals } from './totals.tsx'

/** The result: each round's outcome and why, its figures, what is settled; the rounds side by side; where to go on. */
export function ResultPage({ text, election, links }: ElectionProps) {
  const { overview, findingCount } = election
  return (
    <>
      <h1>{text.say('result.title', { election: text.name(overview.name) })}</h1>
      <Evidence text={text} overview={overview} links={links} />
      {latestFirst(overview.rounds).map(round => (
        <Round key={round.round} text={text} election={election} links={links} round={round} />
      ))}
      <RoundsCompared text={text} overview={overview} />
      <section className="screen" aria-labelledby="further">
        <h2 id="further">{text.say('further')}</h2>
        <ul>
          <li>
            <a href={links.page('areas/')}>{text.say('further.areas')}</a>
          </li>
          <li>
            <a href={links.page('findings/')}>{text.say('further.findings', { count: findingCount })}</a>
          </li>
          {overview.mode === 'live' && (
            <li>
              <a href={links.page('docket/')}>
                {text.say('further.docket', {
                  complaints: overview.docket.complaints,
                  unanswered: text.count(overview.docket.unanswered),
                })}
              </a>
            </li>
          )}
          <li>
            <a href={links.page('record/')}>{text.say('further.record', { entries: overview.treeSize })}</a>
          </li>
        </ul>
      </section>
    </>
  )
}

function Round({ text, election, round }: ElectionProps & { readonly round: RoundResult }) {
  const { treeSize, mode } = election.overview
  const { evidence } = round.totals[0]!
  const heading = `round-${round.round}`
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{text.say('round.title', { round: round.round, day: text.bothDays(round.date) })}</h2>
      <p className="outcome">{outcomeInWords(text, round)}</p>
      {round.outcome?.state === 'undecided' && round.asItStands?.state !== 'undecided' && (
        <p>{text.say('outcome.asItStands', { outcome: outcomeInWords(text, round, round.asItStands) })}</p>
      )}
      <p className="quiet">
        {text.say('evidence.round', {
          total: totalName(text, round.total),
          forms: formsInWords(text, evidence),
        })}
      </p>
      {mode === 'live' && <p className="quiet">{text.say('early')}</p>}
      <div className="beside">
        <Standings text={text} round={round} treeSize={treeSize} />
        <div>
          <h3>{text.say('figures')}</h3>
          <Figures
            text={text}
            figures={round}
            invalidDerived={round.invalidDerived}
            notTaken={round.notTaken}
          />
        </div>
      </div>
      {mode === 'live' && <Totals text={text} round={round} treeSize={treeSize} />}
      {mode === 'live' && <States text={text} states={round.boxes} />}
      <SettledBounds text={text} round={round} />
      <Decisions text={text} round={round} />
    </section>
  )
}
