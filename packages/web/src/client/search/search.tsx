import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { versionAt } from '../files/place.ts'
import { type Found, findPlaces } from './find.ts'

interface SearchProps {
  readonly text: Text
  readonly files: Files
  /** Goes to a place that was chosen. */
  readonly onChoose: (found: Found) => void
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'searching' }
  | { readonly is: 'found'; readonly places: readonly Found[] }
  | { readonly is: 'failed'; readonly code: string }

/** Wait for more letters this long: milliseconds. */
const pause = 150

/** A combobox (WAI-ARIA, list autocomplete): areas and boxes by the beginnings of their names or codes. */
export function Search({ text, files, onChoose }: SearchProps) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const state = useSearch(files, typed)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const places = state.is === 'found' ? state.places : []
  const shown = open && places.length > 0
  const optionId = (i: number) => `${id}-${i}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  function choose(found: Found | undefined) {
    if (!found) return
    setOpen(false)
    setTyped('')
    onChoose(found)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && places.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive(active < 0 && step < 0 ? places.length - 1 : (active + step + places.length) % places.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(places[Math.max(active, 0)])
    } else if (event.key === 'Escape') {
      if (!shown) setTyped('')
      setOpen(false)
      setActive(-1)
    }
  }

  return (
    <search className="find">
      <label htmlFor={`${id}-input`}>{text.say('find')}</label>
      <input
        id={`${id}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? optionId(active) : undefined}
        value={typed}
        onInput={event => {
          setTyped(event.currentTarget.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        onFocus={() => setOpen(true)}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={text.say('find.places')} hidden={!shown}>
        {places.map((found, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={`${found.kind} ${found.id}`}
            id={optionId(i)}
            role="option"
            aria-selected={i === active}
            onMouseDown={event => {
              event.preventDefault()
              choose(found)
            }}
          >
            <Option text={text} found={found} />
          </div>
        ))}
      </div>
      <p className="quiet" role="status">
        {open ? saysOf(text, state) : ''}
      </p>
    </search>
  )
}

function Option({ text, found }: { readonly text: Text; readonly found: Found }) {
  const { kind, id, area, name } = found
  return (
    <>
      {name && <span dir="auto">{text.name(name)} </span>}
      {kind === 'area' ? (
        <span className="code">{id}</span>
      ) : (
        <>
          {text.say('find.box')} <span className="code">{id}</span>{' '}
          <span className="quiet">
            (<span className="code">{area}</span>)
          </span>
        </>
      )}
    </>
  )
}

function useSearch(files: Files, typed: string): State {
  const [state, setState] = useState<State>({ is: 'idle' })
  useEffect(() => {
    if (typed.trim() === '') {
      setState({ is: 'idle' })
      return
    }
    let current = true
    const timer = setTimeout(async () => {
      setState(state => (state.is === 'found' ? state : { is: 'searching' }))
      const version = await versionAt(files)
      const found = version.ok ? await findPlaces(files, version.value, typed) : version
      if (current)
        setState(found.ok ? { is: 'found', places: found.value } : { is: 'failed', code: found.refusal.code })
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [files, typed])
  return state
}

function saysOf(text: Text, state: State): string {
  switch (state.is) {
    case 'idle':
      return ''
    case 'searching':
      return text.say('find.searching')
    case 'failed':
      return text.say('find.failed')
    case 'found':
      return text.say(state.places[0]?.near ? 'find.near' : 'find.found', { count: state.places.length })
  }
}
