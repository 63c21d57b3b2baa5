import type { CourseStep, Names } from '@countersign/publication'
import type { Text } from '../../text/text.ts'

interface SaidProps {
  readonly text: Text
  readonly step: CourseStep
  readonly nameOf: (side: string) => string
}

/** A step in words, then what its signers wrote. */
export function Said(props: SaidProps) {
  const written = writtenIn(props.step)
  return (
    <>
      {saidIn(props).join(' ')}
      {written.map(words => (
        <p key={words} className="quiet" dir="auto">
          {words}
        </p>
      ))}
    </>
  )
}

function saidIn({ text, step, nameOf }: SaidProps): readonly string[] {
  const names = (all: readonly Names[]) => text.list(all.map(text.name))
  switch (step.kind) {
    case 'ballot':
      return [text.say('course.ballot', { candidates: names(step.candidates) })]
    case 'seal':
      return [text.say('course.seal', { boxes: step.boxes })]
    case 'amend':
      return [text.say('course.amend', { added: text.count(step.added), moved: text.count(step.moved) })]
    case 'calendar': {
      const dates = step.dates.map(({ id, name, date }) => `${dateName(text, id, name)} ${text.day(date)}`)
      return [text.say('course.calendar', { dates: text.list(dates) })]
    }
    case 'extend': {
      const where = step.area ? text.name(step.area) : text.say('course.extend.everywhere')
      return [text.say('course.extend', { until: text.moment(step.until), where })]
    }
    case 'release':
      return [
        text.say('course.release'),
        ...(step.closed === null
          ? []
          : [text.say('course.release.closed', { closed: text.moment(step.closed) })]),
      ]
    case 'event':
      return [
        text.say(`course.event.${step.sort}`, { date: text.day(step.date), name: text.name(step.name) }),
        ...(step.candidates.length === 0
          ? []
          : [text.say('course.event.candidates', { candidates: names(step.candidates) })]),
      ]
    case 'software':
      return [text.say('course.software', { builds: step.builds })]
    case 'accredit':
      return step.refused.map(({ side }) => text.say('course.accredit', { side: nameOf(side) }))
    case 'revoke':
      return [text.say('course.revoke', { keys: step.keys })]
    case 'declare': {
      const treeSize = text.count(step.treeSize)
      return [text.say(`course.declare.${step.state}`, { treeSize, candidates: names(step.candidates) })]
    }
    case 'certify':
      return [text.say(`course.certify.${step.decision}`)]
    case 'confirm':
      return [text.say(`course.confirm.${step.decision}`, { what: confirmedIn(text, step.of) })]
    case 'office':
      return [
        text.say(`course.office.${step.act}`, {
          candidate: text.name(step.candidate),
          date: text.bothDays(step.date),
        }),
      ]
    case 'policy':
    case 'destroy':
    case 'close':
      return [text.say(`course.${step.kind}`)]
    default:
      return []
  }
}

function confirmedIn(text: Text, of: Extract<CourseStep, { readonly kind: 'confirm' }>['of']): string {
  if (!of) return '–'
  const key = `course.confirm.of.${of.kind}`
  return text.say(text.knows(key) ? key : 'course.confirm.entry', { entry: text.count(of.entry) })
}

/** What was written with it, in whichever language. */
function writtenIn(step: CourseStep): readonly string[] {
  switch (step.kind) {
    case 'amend':
    case 'revoke':
      return [step.reason]
    case 'event':
      return step.source === null ? [] : [step.source]
    case 'accredit':
      return [...new Set(step.refused.map(({ ground }) => ground))]
    case 'certify':
    case 'confirm':
      return step.ground === null ? [] : [step.ground]
    case 'destroy':
      return [step.minutes]
    case 'close':
      return step.note === null ? [] : [step.note]
    default:
      return []
  }
}

/** A date as the definition names it, or one of the two that every calendar counts from. */
export function dateName(text: Text, id: string, name: Names | null): string {
  if (name) return text.name(name)
  return id === 'trigger' || id === 'vote' ? text.say(`calendar.${id}`) : id
}
