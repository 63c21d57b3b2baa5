import { Link, useParams } from '@tanstack/react-router'
import { useRound } from '../centre/round.ts'
import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken } from '../shell/text.tsx'
import { Copies, figuresOn } from './copies.tsx'
import { Docket } from './docket.tsx'
import { useLive } from './live.ts'
import { OrderedFigures } from './ordered.tsx'
import { Propose } from './propose.tsx'
import { Told } from './told.tsx'
import { Waiting } from './waiting.tsx'

export type BoxOnRecord = components['schemas']['BoxOnRecord']

/** One box: what was found, its copies beside each other, what was said of it, and what two people of two bodies rule. */
export function HeldBox() {
  const { text, language } = useSpoken()
  const { box: id } = useParams({ strict: false }) as { readonly box: string }
  const round = useRound()
  const answer = useLive<BoxOnRecord>(['box', round, id], () =>
    answered(server.GET('/boxes/{box}', { params: { path: { box: id }, query: { round } } })),
  )
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const box = answer.value
  const copies = figuresOn(box)
  return (
    <>
      <p>
        <Link to="/desk/held">{text.say('held.back')}</Link>
      </p>
      <h1>
        <bdi>{box.box}</bdi> · {text.say(`box.${box.state}`)}
      </h1>
      <p>{text.say(`held.means.${box.state}`)}</p>
      <Told live={answer} />
      <ul>
        {box.findings.map(found => (
          <li key={found.code + found.en}>
            {found.code} · {found[language]}
          </li>
        ))}
      </ul>
      <Waiting box={id} round={round} />
      {copies.length > 0 && <Copies copies={copies} round={round} />}
      <Docket box={box} />
      <OrderedFigures box={box} copies={copies} />
      <Propose box={box} round={round} copies={copies} />
    </>
  )
}
