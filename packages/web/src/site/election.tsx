import type { Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'
import { AreasTable } from './areas-table.tsx'
import { Evidence } from './evidence.tsx'
import { Figures } from './figures.tsx'
import { Findings } from './findings.tsx'
import { outcomeInWords } from './outcome.ts'
import { Standings } from './standings.tsx'

interface ElectionPageProps {
  readonly text: Text
  readonly overview: Overview
}

/** One election: each round's outcome, figures and areas, then what did not add up and how to check it all. */
export function ElectionPage({ text, overview }: ElectionPageProps) {
  const latest = [...overview.rounds].sort((a, b) => b.round - a.round)
  return (
    <>
      <h1>{text.say('result.title', { election: text.name(overview.name) })}</h1>
      <Evidence text={text} overview={overview} />
      {latest.map(round => (
        <section key={round.round} aria-labelledby={`round-${round.round}`}>
          <h2 id={`round-${round.round}`}>
            {text.say('round.title', { round: round.round, day: dayInWords(text, round.date) })}
          </h2>
          <p className="outcome">{outcomeInWords(text, round)}</p>
          <Standings text={text} round={round} treeSize={overview.treeSize} />
          <Figures text={text} round={round} />
          {round.areas.rows.length > 1 && (
            <AreasTable text={text} round={round} treeSize={overview.treeSize} />
          )}
        </section>
      ))}
      <Findings text={text} overview={overview} />
      <RecordSection text={text} overview={overview} />
      <section aria-labelledby="sources">
        <h2 id="sources">{text.say('sources')}</h2>
        <ul className="sources">
          {overview.sources.map(source => (
            <li key={source}>
              <span dir="auto">{source}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The day in the language's own calendar, with the Gregorian day where that is another. */
function dayInWords(text: Text, iso: string): string {
  const day = text.day(iso)
  const gregorian = text.gregorianDay(iso)
  return day === gregorian ? day : text.say('round.dateBoth', { day, gregorian })
}

function RecordSection({ text, overview }: ElectionPageProps) {
  const rows: readonly (readonly [string, string])[] = [
    ['record.size', text.count(overview.treeSize)],
    ['record.origin', overview.origin],
    ['record.key', overview.vkey],
  ]
  return (
    <section aria-labelledby="record">
      <h2 id="record">{text.say('record')}</h2>
      <p>{text.say('record.lead', { entries: overview.treeSize })}</p>
      <dl className="figures">
        {rows.map(([key, value]) => (
          <div key={key} className="pair">
            <dt>{text.say(key)}</dt>
            <dd className={key === 'record.size' ? undefined : 'code'}>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{text.say('verify')}</h3>
      <p>{text.say('verify.lead')}</p>
      <pre>
        <code>countersign verify &lt;folder or address&gt;</code>
      </pre>
    </section>
  )
}
