import type { Outcome, Settled } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useText } from '../shell/text.tsx'
import type { Desk } from './desk.ts'

/** What the rule makes of the figures, and whether what is in dispute or outstanding could still change it. */
export function OutcomeNow({ desk }: { readonly desk: Desk }) {
  const text = useText()
  return (
    <section>
      <h2>{text.say('desk.outcome')}</h2>
      <p>
        <strong>
          {text.say('desk.preliminary')}: <OutcomeWords outcome={desk.preliminary.asItStands} desk={desk} />
        </strong>
        <br />
        {text.say('desk.reconciled')}: <OutcomeWords outcome={desk.reconciled.asItStands} desk={desk} />
      </p>
      <InDispute desk={desk} />
      <SettledLine settled={desk.reconciled.settled as Settled | null} />
    </section>
  )
}

function OutcomeWords({ outcome, desk: { names } }: { readonly outcome: unknown; readonly desk: Desk }) {
  const text = useText()
  const name = (candidate: string) => (names[candidate] ? text.name(names[candidate]) : candidate)
  const is = outcome as Outcome | null
  if (is === null) return text.say('desk.outcome.unknown')
  if (is.state === 'elected') return text.say('desk.outcome.elected', { name: name(is.candidate) })
  if (is.state === 'void') return text.say('desk.outcome.void')
  if (is.state === 'runOff' || is.reason === 'tie')
    return text.say(is.state === 'runOff' ? 'desk.outcome.runOff' : 'desk.outcome.tie', {
      names: text.list(is.between.map(name)),
    })
  return text.say(is.reason === 'noVotes' ? 'desk.outcome.noVotes' : 'desk.outcome.unknown')
}

/** The question of the night: whether the boxes in dispute could change the outcome. */
function InDispute({ desk: { weight } }: { readonly desk: Desk }) {
  const text = useText()
  const { boxes, ballots } = weight
  if (boxes === 0) return <p>{text.say('desk.dispute.none')}</p>
  const said = {
    boxes: text.count(boxes),
    ballots: ballots === null ? text.say('desk.unknown') : text.count(ballots),
  }
  const can = canChange(weight.canChange as Settled)
  return (
    <p className={can === 'cannot' ? 'sheet' : 'refusal'} data-dispute={can}>
      {text.say('desk.dispute', said)} <strong>{text.say(`desk.dispute.${can}`)}</strong>{' '}
      <Link to="/desk/held">{text.say('held.open')}</Link>
    </p>
  )
}

function canChange({ outstanding, elected, nobodyOverHalf, finalists }: Settled) {
  if (outstanding === null) return 'unknown'
  const sure = elected.settled || (nobodyOverHalf?.settled && finalists?.settled)
  return sure ? 'cannot' : 'could'
}

/** Whether all that is outside the reconciled total, awaited boxes included, could still change it. */
function SettledLine({ settled }: { readonly settled: Settled | null }) {
  const text = useText()
  if (!settled) return null
  const { outstanding, ...bounds } = settled
  return (
    <>
      <p>
        {outstanding === null
          ? text.say('desk.outstanding.unknown')
          : text.say('desk.outstanding', { ballots: text.count(outstanding) })}
      </p>
      <ul>
        {Object.entries(bounds).map(([name, bound]) => (
          <li key={name}>
            {text.say(`desk.bound.${name}`)}:{' '}
            {bound.by === null
              ? text.say('desk.notSettled.unknown')
              : text.say(bound.settled ? 'desk.settled' : 'desk.notSettled', {
                  ballots: text.count(Math.abs(bound.by)),
                })}
          </li>
        ))}
      </ul>
    </>
  )
}
