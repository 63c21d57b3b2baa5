import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { canKeepKeys } from '../device/identity.ts'
import { posted } from '../device/outbox.ts'
import { applicationsFor } from './applications.ts'
import { secondsAhead, useElection } from './election.ts'
import { usePerson, useSession } from './me.ts'
import { useOnline } from './online.ts'
import { useStored } from './stored.ts'
import { languages, useSpoken } from './text.tsx'

/** What stands around every page: the election, the way to the other pages, what waits, and whether it is a rehearsal. */
export function Frame() {
  const { text, language, setLanguage } = useSpoken()
  const election = useElection()
  const other = languages.find(known => known !== language)!
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: state => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top, for eyes and ears
  useEffect(() => {
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <div className={election?.rehearsal ? 'in-rehearsal' : undefined}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {text.say('staff.skip')}
      </button>
      <header>
        <Link to="/" className="product">
          {text.say('product')}
        </Link>
        <span className="election">{election?.name ? text.name(election.name) : ''}</span>
        <button type="button" className="plain" lang={other} onClick={() => setLanguage(other)}>
          {text.say(`staff.in.${other}`)}
        </button>
      </header>
      {election?.rehearsal && <aside className="rehearsal-band">{text.say('staff.rehearsal')}</aside>}
      <Trouble />
      <Pages />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}

/** Seconds: what the times on a form may be wrong by without anybody minding. */
const mostAhead = 300

/** What keeps this device from signing, whichever page is open, and what to do about it. */
function Trouble() {
  const { text } = useSpoken()
  const session = useSession()
  const ahead = useStored('settings', 'ahead', secondsAhead) ?? 0
  const secure = location.href.replace(/^http:/, 'https:')
  if (!canKeepKeys())
    return (
      <aside className="trouble" role="alert" data-trouble="no-secure-context">
        {text.say('refusal.no-secure-context')}{' '}
        <a href={secure} dir="ltr">
          {secure.split('#')[0]}
        </a>
      </aside>
    )
  if (session?.ok === false && session.refusal.code === 'key-revoked')
    return (
      <aside className="trouble" role="alert" data-trouble="key-revoked">
        {text.say('refusal.key-revoked')} <Link to="/device">{text.say('device.title')}</Link>
      </aside>
    )
  if (Math.abs(ahead) <= mostAhead) return null
  const minutes = Math.round(Math.abs(ahead) / 60)
  return (
    <aside className="trouble" role="alert" data-trouble="clock">
      {text.say(ahead > 0 ? 'staff.clock.ahead' : 'staff.clock.behind', { minutes })}
    </aside>
  )
}

/** The way to the other pages. On a phone they are a menu: what waits, and whether there is a network, always show. */
function Pages() {
  const { text } = useSpoken()
  const person = usePerson()
  const online = useOnline()
  const path = useRouterState({ select: state => state.location.pathname })
  const [open, setOpen] = useState(false)
  const waiting = useStored('outbox', 'all', posted)?.filter(({ state }) => state === 'waiting').length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu has done its work once a page is chosen
  useEffect(() => setOpen(false), [path])
  return (
    <nav className="pages" aria-label={text.say('staff.pages')}>
      <button type="button" className="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text.say('staff.pages')}
      </button>
      <ul className={open ? 'open' : undefined}>
        {applicationsFor(person?.role).map(({ path, name }) => (
          <li key={path}>
            <Link to={path}>{text.say(name)}</Link>
          </li>
        ))}
        <li>
          <Link to="/relay">{text.say('relay.title')}</Link>
        </li>
        <li>
          <Link to="/device">{text.say('device.title')}</Link>
        </li>
      </ul>
      <Link to="/outbox">
        {text.say('outbox.title')} <span className="state">{text.say('outbox.waiting', { waiting })}</span>
      </Link>
      <span className="online" role="status" data-online={online}>
        {text.say(online ? 'staff.online' : 'staff.offline')}
      </span>
    </nav>
  )
}
