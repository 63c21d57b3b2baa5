import type { Announcement, Overview, RoundResult, Total } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import { totalName } from './figures.tsx'
import type { ElectionProps } from './pages.tsx'
import { latestFirst } from './rounds.ts'
import { SeriesChart } from './series-chart.tsx'

/** What was announced as the count went on, and every version of the total there is, beside each other. */
export function VersionsPage({ text, election }: ElectionProps) {
  const { overview } = election
  return (
    <>
      <h1>{text.say('page.versions')}</h1>
      <p>{text.say('versions.lead')}</p>
      {latestFirst(overview.rounds).map(round => {
        const heading = `round-${round.round}`
        return (
          <section key={round.round} aria-labelledby={heading}>
            <h2 id={heading}>
              {text.say('round.title', { round: round.round, day: text.bothDays(round.date) })}
            </h2>
            <Announced text={text} round={round} />
            <Versions text={text} overview={overview} round={round} />
          </section>
        )
      })}
    </>
  )
}

/** Announcements in the order of the record. None of them is a total of this page. */
function Announced({ text, round }: { readonly text: Text; readonly round: RoundResult }) {
  const { announcements, candidates } = round
  if (announcements.length === 0) return <p>{text.say('announced.none')}</p>
  const votesOf = ({ figures }: Announcement, number: number) => figures.votes?.[number] ?? null
  const numeric = (title: string) => ({ title, numeric: true })
  const count = (number: number | null | undefined) => (number == null ? '–' : text.count(number))
  const notes = announcements.filter(({ note }) => note !== null)
  return (
    <>
      <h3>{text.say('announced')}</h3>
      {announcements.length > 1 && (
        <SeriesChart
          text={text}
          caption={text.say('caption.series')}
          steps={announcements.map((_, i) => text.count(i + 1))}
          series={candidates.map(({ name, number }) => ({
            name: text.name(name),
            values: announcements.map(announced => votesOf(announced, number)),
          }))}
        />
      )}
      <Table
        caption={text.say('caption.announced')}
        columns={[
          { title: text.say('announced.as') },
          { title: text.say('announced.when') },
          numeric(text.say('announced.boxes')),
          numeric(text.say('figures.taken')),
          ...candidates.map(({ name }) => numeric(text.name(name))),
          numeric(text.say('entry')),
        ]}
        rows={announcements.map((announced, i) => ({
          key: String(announced.entry),
          cells: [
            text.say('numbered', { number: text.count(i + 1), name: text.name(announced.label) }),
            whenOf(text, announced),
            count(announced.boxes),
            count(announced.figures.taken),
            ...candidates.map(({ number }) => count(votesOf(announced, number))),
            text.count(announced.entry),
          ],
        }))}
      />
      {notes.length > 0 && (
        <>
          <h4>{text.say('notes')}</h4>
          <ul className="sources">
            {notes.map(({ entry, label, note }) => (
              <li key={entry}>
                {text.name(label)}: <span dir="auto">{note}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function whenOf(text: Text, { at, date }: Announcement): string {
  if (at !== null) return text.moment(at)
  return date === null ? text.say('figures.unknown') : text.day(date)
}

/** The totals that the record gives, beside what it was stated to be, with how far each is from the first. */
function Versions({
  text,
  overview,
  round,
}: {
  readonly text: Text
  readonly overview: Overview
  readonly round: RoundResult
}) {
  const [first] = round.totals
  const numeric = (title: string) => ({ title, numeric: true })
  const count = (number: number | null, than: number | null | undefined) => {
    if (number === null) return text.say('figures.unknown')
    const more = than == null ? 0 : number - than
    return more === 0
      ? text.count(number)
      : text.say('version.differs', { number: text.count(number), difference: text.signed(more) })
  }
  return (
    <>
      <h3>{text.say('versions')}</h3>
      <Table
        caption={text.say('caption.versions', { treeSize: text.count(overview.treeSize) })}
        columns={[
          { title: text.say('version') },
          numeric(text.say('figures.taken')),
          numeric(text.say('figures.invalid')),
          ...round.candidates.map(({ name }) => numeric(text.name(name))),
        ]}
        rows={round.totals.map(total => ({
          key: `${total.total} ${total.level}`,
          cells: [
            versionName(text, overview, total),
            count(total.taken, first?.taken),
            count(total.invalid, first?.invalid),
            ...round.candidates.map((_, i) => count(total.votes[i] ?? null, first?.votes[i])),
          ],
        }))}
      />
    </>
  )
}

function versionName(text: Text, { levels }: Overview, total: Total): string {
  if (total.level === null) return totalName(text, total.total)
  const level = levels.find(({ id }) => id === total.level)
  const { rows } = total.evidence
  return text.say('version.level', { level: level ? text.name(level.name) : total.level, rows })
}
