import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { type Day, useDay, useVotingRound } from './day.ts'
import { Hours } from './hours.tsx'
import { Release } from './release.tsx'
import { Turnout } from './turnout.tsx'

/** The voting day: places open and closed, check-ins by region, longer hours, and the moment at which votes are public. */
export function DayPage() {
  const text = useText()
  const round = useVotingRound()
  const decides = usePerson()?.role === 'authority'
  const answer = useDay(round)
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const day = answer.value
  return (
    <>
      <h1>{text.say('day.round', { round: text.count(day.round) })}</h1>
      <Places day={day} />
      <Turnout day={day} decides={decides} />
      {decides && <Hours day={day} />}
      {decides && <Release day={day} />}
    </>
  )
}

function Places({ day: { boxes, opened, closed } }: { readonly day: Day }) {
  const text = useText()
  const lines = { opened, closed, open: opened - closed, expected: boxes - opened }
  return (
    <section data-boxes={boxes}>
      {Object.entries(lines).map(([name, count]) => (
        <div key={name} className="line" data-places={name}>
          <span>{text.say(`day.${name}`)}</span>
          <strong>{text.say('day.ofBoxes', { count: text.count(count), boxes: text.count(boxes) })}</strong>
        </div>
      ))}
    </section>
  )
}
