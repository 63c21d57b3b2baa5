import { Link } from '@tanstack/react-router'
import { useRound } from '../centre/round.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken } from '../shell/text.tsx'
import { useHeld } from './held.ts'

/** The boxes that wait for people: why each is held, and the way to what is ruled on it. */
export function HeldPage() {
  const { text, language } = useSpoken()
  const answer = useHeld(useRound())
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const states = Object.entries(answer.value)
  return (
    <>
      <h1>{text.say('held.title')}</h1>
      <p>{text.say('held.how')}</p>
      {states.every(([, { boxes }]) => boxes === 0) && <p role="status">{text.say('held.none')}</p>}
      {states.map(
        ([state, { boxes, first }]) =>
          boxes > 0 && (
            <section key={state}>
              <h2>{text.say('held.of', { state: text.say(`box.${state}`), boxes: text.count(boxes) })}</h2>
              <ul className="choices">
                {first.map(({ box, ballots, findings }) => (
                  <li key={box}>
                    <Link to="/desk/held/$box" params={{ box }}>
                      <strong>
                        <bdi>{box}</bdi>
                        {ballots !== null &&
                          ` · ${text.say('held.ballots', { ballots: text.count(ballots) })}`}
                      </strong>
                      {findings.map(found => (
                        <span key={found.code + found.en}>
                          {found.code} · {found[language]}
                        </span>
                      ))}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  )
}
