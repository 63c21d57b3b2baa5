import { entryIn } from '../device/entry.ts'
import { useSideName } from '../shell/side-name.ts'
import { useText } from '../shell/text.tsx'
import type { BoxOnRecord } from './held-box.tsx'

/** The complaints about the box, who made them, and whether a ruling has answered; then every ruling on it. */
export function Docket({ box: { docket, entries } }: { readonly box: BoxOnRecord }) {
  const text = useText()
  const nameOf = useSideName()
  // A ruling has an entry for each body that signed it later.
  const rulings = entries.filter(
    ({ kind, id }, i) => kind === 'ruling' && entries.findIndex(other => other.id === id) === i,
  )
  if (docket.length + rulings.length === 0) return null
  return (
    <section>
      <h2>{text.say('docket.title')}</h2>
      {docket.map(({ id, index, entry, by, rulings: answers }) => {
        const complaint = entryIn(entry)?.statement
        return complaint?.kind === 'complaint' ? (
          <p key={id} data-complaint={id}>
            <strong>{text.say(`complain.${complaint.wants}`)}</strong>: <bdi>{complaint.ground}</bdi>
            <br />
            <span className="quiet">
              <bdi>{text.list([...new Set(by.map(({ side }) => side))].map(nameOf))}</bdi> ·{' '}
              {text.say('copy.entry', { entry: text.count(index) })} ·{' '}
              {text.say(answers.length > 0 ? 'docket.answered' : 'docket.open')}
            </span>
          </p>
        ) : null
      })}
      {rulings.map(({ id, index, entry, force }) => {
        const ruling = entryIn(entry)?.statement
        return ruling?.kind === 'ruling' ? (
          <p key={id}>
            <strong>{text.say(`decision.${ruling.decision}`)}</strong>: <bdi>{ruling.explanation}</bdi>
            <br />
            <span className="quiet">
              {text.say('copy.entry', { entry: text.count(index) })} ·{' '}
              {text.say(force === true ? 'docket.inForce' : 'docket.waits')}
            </span>
          </p>
        ) : null
      })}
    </section>
  )
}
