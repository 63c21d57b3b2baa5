import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { usePerson } from '../shell/me.ts'
import { useText } from '../shell/text.tsx'
import { useShortcuts } from './shortcuts.ts'

/** The pages of a centre, with the key that leads to each from every other. */
const places = [
  { key: 'i', path: '/centre/intake', name: 'intake' },
  { key: 'k', path: '/centre/key', name: 'keying' },
  { key: 'c', path: '/custody', name: 'custody' },
  { key: 'o', path: '/photograph', name: 'photograph' },
  { key: 's', path: '/centre/transcripts', name: 'transcripts' },
  { key: 'h', path: '/desk/held', name: 'held' },
  { key: 'r', path: '/centre/settle', name: 'settling', head: true },
  { key: 't', path: '/centre/tally', name: 'centreTally', head: true },
  { key: 'p', path: '/progress', name: 'progress' },
] as const

/** The pages that are for this person. */
export function usePlaces(): readonly (typeof places)[number][] {
  const role = usePerson()?.role
  return useMemo(() => places.filter(place => !('head' in place) || role === 'centreHead'), [role])
}

/** Makes the keys of the pages work, and one that leads back to the centre. */
export function useCentreKeys(): void {
  const navigate = useNavigate()
  const shown = usePlaces()
  const role = usePerson()?.role
  const keys = useMemo(() => {
    const to = (path: string) => () => void navigate({ to: path })
    const all = [...shown.map(({ key, path }) => [key, to(path)] as const), ['b', to('/centre')] as const]
    return role === 'clerk' || role === 'centreHead' ? Object.fromEntries(all) : {}
  }, [navigate, shown, role])
  useShortcuts(keys)
}

/** The way back, with its key; for those who work at a centre. */
export function BackToCentre() {
  const text = useText()
  const role = usePerson()?.role
  useCentreKeys()
  if (role !== 'clerk' && role !== 'centreHead') return null
  return (
    <p>
      <Link to="/centre" aria-keyshortcuts="Alt+B">
        {text.say('centre.back')}
      </Link>{' '}
      <kbd dir="ltr">Alt B</kbd>
    </p>
  )
}
