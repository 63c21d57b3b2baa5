import { Link } from '@tanstack/react-router'
import { usePerson } from '../shell/me.ts'
import { useText } from '../shell/text.tsx'
import { actsOf } from './forms.ts'
import { Waiting } from './waiting.tsx'

/** What has a page of its own, by whom it is for. */
const pages = [
  ['declare', ['authority']],
  ['certify', ['supervisingBody']],
  ['confirm', ['higherAuthority']],
  ['figures', ['authority', 'supervisingBody']],
] as const

/** What this role may state, and what waits for a second body. */
export function ActsPage() {
  const text = useText()
  const role = usePerson()?.role
  const own = pages.filter(([, by]) => (by as readonly (string | undefined)[]).includes(role))
  const forms = actsOf(role)
  return (
    <>
      <h1>{text.say('acts.title')}</h1>
      <p>{text.say('acts.lead')}</p>
      {own.length + forms.length === 0 && <p>{text.say('acts.none')}</p>}
      <ul className="acts">
        {own.map(([page]) => (
          <li key={page}>
            <Link to={`/acts/${page}`}>{text.say(`act.${page}`)}</Link>
            <span className="quiet"> {text.say(`act.${page}.about`)}</span>
          </li>
        ))}
        {forms.map(act => (
          <li key={act}>
            <Link to="/acts/state/$act" params={{ act }}>
              {text.say(`act.${act}`)}
            </Link>
            <span className="quiet"> {text.say(`act.${act}.about`)}</span>
          </li>
        ))}
      </ul>
      <Waiting />
    </>
  )
}
