import { Link } from '@tanstack/react-router'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { Awaited } from './awaited.tsx'
import { standingOf, usePackets } from './packets.ts'
import { useCentreKeys, usePlaces } from './places.tsx'
import { useRound } from './round.ts'

/** What there is to do at the centre, with its keys, and how far its packets are. */
export function CentrePage() {
  const text = useText()
  const round = useRound()
  const packets = usePackets(round)
  const shown = usePlaces()
  useCentreKeys()
  const counts = packets?.ok ? [...Map.groupBy(packets.value, standingOf)] : []
  return (
    <>
      <h1>{text.say('centre.title')}</h1>
      <p>{text.say('centre.keys')}</p>
      <ul className="choices">
        {shown.map(({ key, path, name }) => (
          <li key={path}>
            <Link to={path} aria-keyshortcuts={`Alt+${key.toUpperCase()}`}>
              <strong>
                {text.say(`${name}.title`)} <kbd dir="ltr">Alt {key.toUpperCase()}</kbd>
              </strong>
              <span>{text.say(`${name}.about`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Awaited round={round} />
      <h2>{text.say('centre.packets')}</h2>
      {packets && !packets.ok && <Refused refusal={packets.refusal} />}
      {counts.length === 0 && packets?.ok && <p>{text.say('centre.noPackets')}</p>}
      {counts.map(([state, of]) => (
        <div key={state} className="line">
          <span>{text.say(`packet.${state}`)}</span>
          <strong>{text.count(of.length)}</strong>
        </div>
      ))}
    </>
  )
}
