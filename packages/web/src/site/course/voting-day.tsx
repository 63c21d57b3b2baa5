import { percent } from '@countersign/election'
import type { CourseStep, DayTurnout, Overview } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import { countOr } from '../figures.tsx'
import { SeriesChart } from '../series-chart.tsx'

type Turnout = DayTurnout & Pick<CourseStep, 'entry' | 'round'>

interface VotingDayProps {
  readonly text: Text
  readonly overview: Overview
  readonly turnouts: readonly Turnout[]
}

/** Check-ins as the voting day went on. */
export function VotingDay({ text, overview, turnouts }: VotingDayProps) {
  if (turnouts.length === 0) return null
  return (
    <section aria-labelledby="day">
      <h2 id="day">{text.say('day')}</h2>
      {[...Map.groupBy(turnouts, ({ round }) => round)].map(([round, stated]) => {
        const eligible = overview.rounds.find(each => each.round === round)?.eligible ?? null
        return <Day key={round} text={text} round={round} eligible={eligible} stated={stated} />
      })}
    </section>
  )
}

interface DayProps {
  readonly text: Text
  readonly round: number
  readonly eligible: number | null
  readonly stated: readonly Turnout[]
}

function Day({ text, round, eligible, stated }: DayProps) {
  const numeric = (title: string) => ({ title, numeric: true })
  return (
    <>
      {stated.length > 1 && (
        <SeriesChart
          text={text}
          caption={text.say('caption.day.chart', { round: text.count(round) })}
          steps={stated.map((_, i) => text.count(i + 1))}
          series={[{ name: text.say('day.checkIns'), values: stated.map(({ checkIns }) => checkIns) }]}
        />
      )}
      <Table
        caption={text.say('caption.day', { round: text.count(round), eligible: countOr(text, eligible) })}
        columns={[
          { title: text.say('day.upTo') },
          numeric(text.say('day.checkIns')),
          numeric(text.say('day.ofEligible')),
          numeric(text.say('day.boxes')),
          numeric(text.say('day.regions')),
          numeric(text.say('entry')),
        ]}
        rows={stated.map(({ entry, upTo, checkIns, boxes, regions }, i) => ({
          key: String(entry),
          cells: [
            text.say('numbered', { number: text.count(i + 1), name: text.moment(upTo) }),
            text.count(checkIns),
            eligible === null || eligible === 0 ? '–' : text.percent(percent(checkIns, eligible)),
            countOr(text, boxes),
            text.count(regions),
            text.count(entry),
          ],
        }))}
      />
    </>
  )
}
