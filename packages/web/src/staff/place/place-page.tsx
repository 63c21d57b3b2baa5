import { Link } from '@tanstack/react-router'
import { changed, database } from '../device/database.ts'
import { changesOf, draftOf } from '../device/history.ts'
import { type Kept, keptOf } from '../device/kept.ts'
import { posted } from '../device/outbox.ts'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { type Day, type Step, stepStates, steps } from './steps.ts'
import { draftName, type Place, useFreshPack, usePlace } from './use-place.ts'

const paths: Readonly<Record<Step, string>> = {
  prepare: '/place/prepare',
  open: '/place/open',
  hourly: '/place/hourly',
  close: '/place/close',
  count: '/place/count',
  sign: '/place/signing/form',
  send: '/place/signing/form',
}

/** The day of a polling place as a list of steps, each with where it is. */
export function PlacePage() {
  const text = useText()
  const place = usePlace()
  useFreshPack(place)
  const day = useDay(place)
  if (!place) return <p>{text.say('place.none')}</p>
  const states = day && stepStates(day)
  // Counts by the hour can be left out: nothing waits for them.
  const next = states && steps.find(step => step !== 'hourly' && states[step] !== 'done')
  return (
    <>
      <h1>{text.say('place.box', { box: place.box })}</h1>
      {place.pack && (
        <p>
          {place.pack.box.name ? `${text.name(place.pack.box.name)} · ` : ''}
          {place.pack.areas.map(({ name }) => text.name(name)).join(' · ')}
        </p>
      )}
      <Rounds place={place} />
      <ol className="steps">
        {steps.map(step => (
          <li
            key={step}
            data-step={step}
            data-state={states?.[step]}
            className={step === next ? 'next' : undefined}
          >
            <Link to={paths[step]}>
              <strong>{text.say(`step.${step}`)}</strong>
              {step === next && <em>{text.say('place.next')}</em>}
              <span>{states && text.say(`state.${states[step]}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p>
        <Link to="/place/paper">{text.say('paper.title')}</Link>
      </p>
    </>
  )
}

/** Which round, where there are several. */
function Rounds({ place: { round, rounds } }: { readonly place: Place }) {
  const text = useText()
  if (rounds.length < 2) return null
  return (
    <label className="field">
      {text.say('place.round')}
      <select
        value={round}
        onChange={async event => {
          await (await database()).put('settings', Number(event.target.value), 'round')
          changed('settings')
        }}
      >
        {rounds.map(number => (
          <option key={number} value={number}>
            {text.count(number)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What the device has stored of this place's day. */
function useDay(place: Place | undefined): Day | undefined {
  const name = (draft: Parameters<typeof draftName>[1]) => (place ? draftName(place, draft) : '')
  const open = useStored('changes', name('open'), () => changesOf(name('open')))
  const hourly = useStored('changes', name('hourly'), () => changesOf(name('hourly')))
  const close = useStored('changes', name('close-poll'), () => changesOf(name('close-poll')))
  const form = useStored('changes', name('form'), () => changesOf(name('form')))
  const keptOpen = useStored('kept', name('open'), () => keptOf(name('open')))
  const keptClose = useStored('kept', name('close-poll'), () => keptOf(name('close-poll')))
  const keptForm = useStored('kept', name('form'), () => keptOf(name('form')))
  const outbox = useStored('outbox', 'all', posted)
  if (!place || !open || !hourly || !close || !form || !outbox) return undefined
  return {
    pack: place.pack,
    drafts: {
      open: draftOf(open),
      hourly: draftOf(hourly),
      'close-poll': draftOf(close),
      form: draftOf(form),
    },
    kept: {
      open: currentOf(keptOpen),
      'close-poll': currentOf(keptClose),
      form: currentOf(keptForm),
    },
    outbox,
  }
}

/** The statement of a subject that nothing replaced. */
export function currentOf(kept: readonly Kept[] | undefined): Kept | undefined {
  return kept?.findLast(({ replaced }) => replaced === undefined)
}
