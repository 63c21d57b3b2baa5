import type { Figures } from '@countersign/election'
import type { Overview, RoundResult } from '@countersign/publication'
import { Fragment } from 'react'
import { Scroll } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import { type Equation, equationsOf } from './arithmetic.ts'

interface FormProps {
  readonly text: Text
  readonly figures: Figures
  readonly nameOf: NameOf
  readonly caption: string
}

/** What a figure is called, by its name in figures: `taken`, `votes.2`, `invalidBy.1`. */
export type NameOf = (figure: string) => string

/** The parts of a form, in the order in which one is filled in. */
const sections = [
  ['form.people', ['eligible', 'checkInsByComputer', 'checkInsOnPaper']],
  ['form.stubs', ['delivered', 'issued', 'unused', 'spoiled']],
  ['form.box', ['inBox', 'excessDrawn', 'notTaken', 'notTakenBy']],
  ['form.count', ['taken', 'invalid', 'invalidBy', 'valid']],
  ['form.votes', ['votes']],
] as const satisfies readonly (readonly [string, readonly (keyof Figures)[]])[]

/** A box's figures, laid out as its form is. */
export function Form({ text, figures, nameOf, caption }: FormProps) {
  return (
    <Scroll label={caption}>
      <table className="form">
        <caption>{caption}</caption>
        {sections.map(([title, names]) => (
          <Section key={title} title={text.say(title)} lines={linesOf(figures, names, nameOf)} text={text} />
        ))}
      </table>
    </Scroll>
  )
}

/** The sums that must hold between the figures, each written out. */
export function Sums({ text, figures, nameOf }: Omit<FormProps, 'caption'>) {
  const equations = equationsOf(figures)
  if (equations.length === 0) return null
  return (
    <>
      <h3>{text.say('form.sums')}</h3>
      <ul className="sums">
        {equations.map(equation => (
          <Sum key={`${equation.code} ${equation.whole.figure}`} {...{ text, equation, nameOf }} />
        ))}
      </ul>
    </>
  )
}

interface Line {
  readonly figure: string
  readonly name: string
  readonly value: number
  /** One of several by ground, which make up the line above. */
  readonly part: boolean
}

function Section({
  text,
  title,
  lines,
}: {
  readonly text: Text
  readonly title: string
  readonly lines: readonly Line[]
}) {
  if (lines.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {lines.map(({ figure, name, value, part }) => (
        <tr key={figure} className={part ? 'part' : undefined}>
          <th scope="row">{name}</th>
          <td className="number" data-figure={figure} data-value={value}>
            {text.count(value)}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function linesOf(figures: Figures, names: readonly (keyof Figures)[], nameOf: NameOf): readonly Line[] {
  return names.flatMap((name): Line[] => {
    const given = figures[name]
    if (given === undefined) return []
    if (typeof given === 'number') return [{ figure: name, name: nameOf(name), value: given, part: false }]
    return Object.entries(given).map(([number, value]) => {
      const figure = `${name}.${number}`
      return { figure, name: nameOf(figure), value, part: name !== 'votes' }
    })
  })
}

/** One sum, written out: its parts, what they make, and whether that is what is written. */
function Sum({
  text,
  equation,
  nameOf,
}: {
  readonly text: Text
  readonly equation: Equation
  readonly nameOf: NameOf
}) {
  const { code, parts, whole, sum, difference } = equation
  const written = { whole: nameOf(whole.figure), value: text.count(whole.value ?? 0) }
  const state = difference === null ? 'unknown' : difference === 0 ? 'agrees' : 'differs'
  return (
    <li data-sum={state}>
      <span className="code">{code}</span>{' '}
      {parts.map(({ figure, value }, i) => (
        <Fragment key={figure}>
          {i > 0 && ' + '}
          {/* A name in the other script must not pull its neighbours along. */}
          <bdi>
            {text.say('form.part', {
              name: nameOf(figure),
              number: value === null ? '–' : text.count(value),
            })}
          </bdi>
        </Fragment>
      ))}
      {sum !== null && <> = {text.count(sum)}</>}.{' '}
      <strong>
        <span aria-hidden="true">{{ unknown: '?', agrees: '✓', differs: '≠' }[state]}</span>{' '}
        {text.say(`form.${state}`, {
          ...written,
          difference: difference === null ? '' : text.count(difference),
        })}
      </strong>
    </li>
  )
}

/** The names of figures in words: candidates and grounds by their numbers. */
export function namesOf(text: Text, { grounds }: Overview, { candidates }: RoundResult): NameOf {
  const numbered: Readonly<
    Record<string, readonly { readonly number: number; readonly name: Overview['name'] }[]>
  > = {
    votes: candidates,
    invalidBy: grounds.invalid,
    notTakenBy: grounds.notTaken,
  }
  return figure => {
    const [name = figure, number] = figure.split('.')
    if (number === undefined) return text.say(`figures.${name}`)
    const known = numbered[name]?.find(one => one.number === Number(number))
    return known ? text.name(known.name) : text.say('figures.number', { number: Number(number) })
  }
}
