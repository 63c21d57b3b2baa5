import { useEffect, useState } from 'react'
import type { Text } from '../../text/text.ts'
import type { Change, Changed, Limits } from './protocol.ts'

interface SupposeProps {
  readonly text: Text
  readonly limits: Limits
  readonly changed: Changed | undefined
  readonly onChange: (change: Change) => void
}

/** "If these rows, these areas, these ballots were not there": what of the result changes. */
export function Suppose({ text, limits, changed, onChange }: SupposeProps) {
  const [change, setChange] = useState<Change>({ rows: 0, areas: [], ballots: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the supposition is another
  useEffect(() => onChange(change), [change])
  const pick = (id: string, on: boolean) =>
    setChange({ ...change, areas: on ? [...change.areas, id] : change.areas.filter(each => each !== id) })
  return (
    <section aria-labelledby="suppose" className="suppose">
      <h3 id="suppose">{text.say('analysis.suppose')}</h3>
      <p>{text.say('analysis.suppose.lead')}</p>
      {limits.rows > 0 && (
        <Slider
          label={text.say('analysis.suppose.rows')}
          shown={text.count(change.rows)}
          most={limits.rows}
          value={change.rows}
          onChange={rows => setChange({ ...change, rows })}
        />
      )}
      <Slider
        label={text.say('analysis.suppose.ballots', { leader: limits.leader })}
        shown={text.count(change.ballots)}
        most={limits.ballots}
        value={change.ballots}
        onChange={ballots => setChange({ ...change, ballots })}
      />
      {limits.areas.length > 1 && (
        <details>
          <summary>{text.say('analysis.suppose.areas', { count: text.count(change.areas.length) })}</summary>
          <ul className="picks">
            {limits.areas.map(({ id, name }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={change.areas.includes(id)}
                    onChange={({ currentTarget }) => pick(id, currentTarget.checked)}
                  />{' '}
                  {name}
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
      {changed && <Result text={text} changed={changed} />}
    </section>
  )
}

interface SliderProps {
  readonly label: string
  readonly shown: string
  readonly most: number
  readonly value: number
  readonly onChange: (value: number) => void
}

function Slider({ label, shown, most, value, onChange }: SliderProps) {
  return (
    <p className="slider">
      <label>
        <span>{label}</span> <output>{shown}</output>
        <input
          type="range"
          min={0}
          max={most}
          step={Math.max(1, Math.round(most / 1000))}
          value={value}
          aria-valuetext={shown}
          onInput={({ currentTarget }) => onChange(Number(currentTarget.value))}
        />
      </label>
    </p>
  )
}

function Result({ text, changed }: { readonly text: Text; readonly changed: Changed }) {
  const caption = text.say('analysis.suppose.table')
  return (
    <div aria-live="polite">
      <p className={changed.differs ? 'differs' : undefined}>
        <strong>{text.say(changed.differs ? 'analysis.suppose.differs' : 'analysis.suppose.same')}</strong>{' '}
        {changed.outcome}. {text.say('analysis.suppose.removed', { count: changed.removed })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.say('analysis.candidate')}</th>
              <th scope="col" className="number">
                {text.say('analysis.before')}
              </th>
              <th scope="col" className="number">
                {text.say('analysis.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.standings.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
