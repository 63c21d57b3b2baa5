import { roleWords } from '@countersign/election'
import type { Identity } from '../device/identity.ts'
import { useSpoken } from './text.tsx'

/** Whose device this is: role, place, card; or that its side has yet to enrol it. */
export function WhoAmI({ identity }: { readonly identity: Identity }) {
  const { text, language } = useSpoken()
  const { person, invited, kind } = identity
  const known = person ?? invited
  if (known === undefined) return <p className="sheet">{text.say('who.nobody')}</p>
  const role = (roleWords as Record<string, { readonly en: string; readonly fa: string } | undefined>)[
    known.role
  ]
  const place = known.box ?? known.area
  return (
    <div className="sheet who">
      <p>
        <strong>{role?.[language] ?? text.say(`role.${known.role}`)}</strong>
        {place !== undefined && <> · {text.say(known.box ? 'who.box' : 'who.area', { place })}</>}
        {` · ${text.say('who.side', { side: known.side })}`}
        {person && ` · ${text.say('who.card', { card: person.card })}`}
      </p>
      {person === undefined && <p>{text.say('who.waiting')}</p>}
      <p className="quiet">{text.say(`device.kind.${kind}`)}</p>
    </div>
  )
}
