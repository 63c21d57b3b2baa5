import type { CourseStep } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import type { Links } from '../links.ts'
import type { ElectionProps } from '../pages.tsx'
import type { Published } from '../published.ts'
import { sidesIn } from '../sides.ts'
import { Calendar } from './calendar.tsx'
import { Polls } from './polls.tsx'
import { Said } from './said.tsx'
import { VotingDay } from './voting-day.tsx'

/** What was decided and stated besides the count, from the day that called the election to the oath. */
export function CoursePage({ text, election, links }: ElectionProps) {
  const { overview, course, calendar } = election
  const steps = course.filter(({ kind }) => !elsewhere.has(kind))
  return (
    <>
      <h1>{text.say('page.course')}</h1>
      <p>{text.say('course.lead')}</p>
      <Calendar text={text} dates={calendar} />
      <Polls text={text} overview={overview} polls={course.filter(step => step.kind === 'poll')} />
      <VotingDay text={text} overview={overview} turnouts={course.filter(step => step.kind === 'turnout')} />
      <section aria-labelledby="steps">
        <h2 id="steps">{text.say('course.steps')}</h2>
        {steps.length === 0 ? (
          <p>{text.say('course.none')}</p>
        ) : (
          <Steps text={text} election={election} steps={steps} />
        )}
        <Rest text={text} election={election} links={links} />
      </section>
    </>
  )
}

/** What has a table, or a page, of its own. */
const elsewhere: ReadonlySet<CourseStep['kind']> = new Set(['candidacy', 'poll', 'turnout'])

interface StepsProps {
  readonly text: Text
  readonly election: Published
  readonly steps: readonly CourseStep[]
}

function Steps({ text, election: { overview, course }, steps }: StepsProps) {
  const nameOf = sidesIn(text, overview, course)
  const by = (step: CourseStep) =>
    text.list(
      step.by.map(({ role, side }) =>
        text.say('course.by', { name: nameOf(side), role: text.say(`role.${role}`) }),
      ),
    )
  return (
    <Table
      kind="stacked"
      caption={text.say('caption.course', { count: steps.length })}
      columns={[
        { title: text.say('course.said'), long: true },
        { title: text.say('statement.by'), long: true },
        { title: text.say('course.when') },
        { title: text.say('round.column'), numeric: true },
        { title: text.say('entry'), numeric: true },
      ]}
      rows={steps.map(step => ({
        key: String(step.entry),
        cells: [
          <Said key="said" text={text} step={step} nameOf={nameOf} />,
          by(step),
          step.at === null ? '–' : text.moment(step.at),
          step.round === 0 ? '–' : text.count(step.round),
          text.count(step.entry),
        ],
      }))}
    />
  )
}

/** Where the steps are that the page has no room for. */
function Rest({
  text,
  election: { overview, course, courseCount },
  links,
}: {
  readonly text: Text
  readonly election: Published
  readonly links: Links
}) {
  if (course.length >= courseCount) return null
  return (
    <p>
      <a href={links.file(`derived/${overview.treeSize}/course.json`)}>
        {text.say('course.more', { shown: text.count(course.length), count: text.count(courseCount) })}
      </a>
    </p>
  )
}
