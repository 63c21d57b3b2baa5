import { useText } from '../shell/text.tsx'
import type { Desk } from './desk.ts'

/** More votes than eligible voters: where people may vote anywhere this can be, and it is said with its explanation. */
export function Crowded({ desk: { crowded } }: { readonly desk: Desk }) {
  const text = useText()
  if (crowded.areas.length === 0) return null
  return (
    <section>
      <h2>{text.say('desk.crowded')}</h2>
      <p>{text.say('desk.crowded.about')}</p>
      {crowded.outcomeWithout !== null && (
        <p data-without={crowded.outcomeWithout}>
          <strong>{text.say(`desk.crowded.without.${crowded.outcomeWithout}`)}</strong>
        </p>
      )}
      {crowded.areas.map(area => (
        <CrowdedArea key={area.area} area={area} />
      ))}
    </section>
  )
}

function CrowdedArea({ area }: { readonly area: Desk['crowded']['areas'][number] }) {
  const text = useText()
  const { name, taken, eligible, checkIns, explanations } = area
  return (
    <section className="sheet">
      <h3>
        <bdi>{text.name(name)}</bdi>
      </h3>
      <p>
        {text.say('desk.crowded.by', { taken: text.count(taken), eligible: text.count(eligible) })}{' '}
        {checkIns === null
          ? text.say('desk.crowded.checkIns.unknown')
          : text.say('desk.crowded.checkIns', { checkIns: text.count(checkIns) })}
      </p>
      {explanations.length === 0 ? (
        <p className="quiet">{text.say('desk.crowded.unexplained')}</p>
      ) : (
        <ul>
          {explanations.map(({ box, text: said }) => (
            <li key={`${box} ${said}`}>
              {box !== null && <bdi>{box}</bdi>} <bdi>{said}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
