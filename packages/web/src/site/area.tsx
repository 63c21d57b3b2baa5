import { shareOf } from '@countersign/election'
import type { AreaFigures, AreaFile, Overview, RoundResult } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import { pointsBetween } from '../text/points.ts'
import type { Text } from '../text/text.ts'
import { AreaShares, AreaVotes } from './area-tables.tsx'
import { formsInWords } from './evidence.tsx'
import { countOr, Figures, totalName } from './figures.tsx'
import { findingInWords } from './finding-words.ts'
import type { Links } from './links.ts'
import { PublishedRows } from './published-rows.tsx'
import { figuresIn, latestFirst } from './rounds.ts'
import { SourceText } from './source-text.tsx'
import { States } from './totals.tsx'

interface AreaProps {
  readonly text: Text
  readonly overview: Overview
  readonly links: Links
  readonly area: AreaFile
  /** The figures of what it lies in, else of everything: what its own are compared with. */
  readonly above: readonly AreaFigures[]
  /** Whether its name stands above it already. */
  readonly headed?: boolean
}

/** An area: its figures beside those of what it lies in, its rows as published, what lies in it, what was found. */
export function AreaPage({ text, overview, links, area, above, headed = false }: AreaProps) {
  const shown = { text, overview, links, area, above }
  const level = overview.levels.find(({ id }) => id === area.level)
  const sources = new Set(area.published.flatMap(({ source }) => (source === null ? [] : [source])))
  return (
    <>
      {!headed && (
        <>
          <nav className="path" aria-label={text.say('path')}>
            <a href={links.page('areas/')}>{text.say('page.areas')}</a>
          </nav>
          <h1>
            {text.name(area.name)} {level && <span className="quiet">({text.name(level.name)})</span>}
          </h1>
        </>
      )}
      {latestFirst(overview.rounds).map(round => (
        <Round key={round.round} {...shown} round={round} />
      ))}
      <PublishedRows text={text} overview={overview} rows={area.published} />
      <Findings text={text} area={area} />
      {!headed && area.boxes.count > 0 && (
        <p>
          <a href={links.page(`place/?area=${area.id}`)}>
            {text.say('area.boxes', { boxes: area.boxes.count })}
          </a>
        </p>
      )}
      {sources.size > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">{text.say('sources')}</h2>
          <ul className="sources">
            {[...sources].map(source => (
              <li key={source}>
                <SourceText source={source} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Round({ text, overview, links, area, above, round }: AreaProps & { readonly round: RoundResult }) {
  const { treeSize, mode } = overview
  const heading = `round-${round.round}`
  const figures = figuresIn(area.rounds, round)
  const shown = { text, round, rows: area.children, links, treeSize }
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{text.say('round.title', { round: round.round, day: text.bothDays(round.date) })}</h2>
      {figures ? (
        <>
          <p className="quiet">
            {text.say('evidence.round', {
              total: totalName(text, figures.total),
              forms: formsInWords(text, figures.evidence),
            })}
          </p>
          <div className="beside">
            <Compared
              text={text}
              area={area}
              above={above}
              round={round}
              figures={figures}
              treeSize={treeSize}
            />
            <div>
              <h3>{text.say('figures')}</h3>
              <Figures text={text} figures={figures} />
            </div>
          </div>
          {mode === 'live' && <States text={text} states={figures.states} />}
        </>
      ) : (
        <p>{text.say('area.noFigures')}</p>
      )}
      {area.children.length > 0 && (
        <>
          <h3>{text.say('area.children', { area: text.name(area.name) })}</h3>
          <AreaVotes {...shown} />
          <AreaShares {...shown} whole={figures} wholeName={text.name(area.name)} />
        </>
      )}
    </section>
  )
}

interface ComparedProps {
  readonly text: Text
  readonly area: AreaFile
  readonly above: readonly AreaFigures[]
  readonly round: RoundResult
  readonly figures: AreaFigures
  readonly treeSize: number
}

/** The area's shares beside those of what it lies in. */
function Compared({ text, area, above, round, figures, treeSize }: ComparedProps) {
  const [parentArea] = area.path
  const whole = parentArea ? text.name(parentArea.name) : text.say('whole')
  const parent = figuresIn(above, round)
  const share = (votes: number | null, of: number | null) => {
    const found = shareOf(votes, of)
    return found ? text.percent(found.percent) : '–'
  }
  const points = (i: number, of: 'taken' | 'valid') => {
    const between = pointsBetween(
      { votes: figures.votes[i] ?? null, of: figures[of] },
      { votes: parent?.votes[i] ?? null, of: parent?.[of] ?? null },
    )
    return between === null ? '–' : text.points(between)
  }
  const numeric = (title: string) => ({ title, numeric: true })
  return (
    <Table
      caption={text.say('caption.compared', {
        total: totalName(text, figures.total),
        taken: countOr(text, figures.taken),
        valid: countOr(text, figures.valid),
        whole,
        treeSize: text.count(treeSize),
      })}
      columns={[
        { title: text.say('candidate') },
        numeric(text.say('votes')),
        numeric(text.say('share.taken')),
        numeric(text.say('difference')),
        numeric(text.say('share.valid')),
        numeric(text.say('difference')),
      ]}
      rows={round.candidates.map(({ id, name }, i) => ({
        key: id,
        cells: [
          text.name(name),
          countOr(text, figures.votes[i] ?? null),
          share(figures.votes[i] ?? null, figures.taken),
          points(i, 'taken'),
          share(figures.votes[i] ?? null, figures.valid),
          points(i, 'valid'),
        ],
      }))}
    />
  )
}

function Findings({ text, area }: { readonly text: Text; readonly area: AreaFile }) {
  if (area.findings.length === 0) return null
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{text.say('findings')}</h2>
      <ul>
        {area.findings.map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the page is rendered once
          <li key={i}>
            <span className="code">{finding.code}</span> {findingInWords(text, finding)}
          </li>
        ))}
      </ul>
    </section>
  )
}
