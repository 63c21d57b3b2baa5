import {
  type Form,
  type FormLine,
  figureWords,
  formLayout,
  inkWords,
  type Statement,
  valueAt,
} from '@countersign/election'
import type { ReactNode } from 'react'
import { useSpoken } from '../shell/text.tsx'
import { localMoment } from '../shell/time.ts'
import { closingFigures } from './compose.ts'
import type { Pack } from './pack.ts'
import { usePersonName } from './people.tsx'

/** A statement of a box as a person compares it with the paper: a form laid out as it is printed. */
export function StatementView({ statement, pack }: { readonly statement: Statement; readonly pack: Pack }) {
  if (statement.kind === 'form') return <FormView form={statement} pack={pack} />
  if (statement.kind === 'open') return <OpeningView opening={statement} />
  if (statement.kind === 'close-poll') return <ClosingView closing={statement} />
  return null
}

function FormView({ form, pack }: { readonly form: Form; readonly pack: Pack }) {
  const { text, language } = useSpoken()
  return (
    <div className="form-view">
      {formLayout(pack.definition, pack.ballot).sections.map(({ id, title, lines }) => {
        const shown = lines.filter(({ path }) => valueAt(form, path) !== undefined)
        if (shown.length === 0) return null
        return (
          <section key={id}>
            <h2>{title[language]}</h2>
            {shown.map(line => (
              <Line key={line.path} line={line} form={form} />
            ))}
          </section>
        )
      })}
      <p className="quiet">{text.say('view.absent')}</p>
    </div>
  )
}

function Line({
  line: { path, sort, label, number },
  form,
}: {
  readonly line: FormLine
  readonly form: Form
}) {
  const { text, language } = useSpoken()
  if (path === 'people') return <People people={form.people ?? []} />
  if (path === 'explanations')
    return (
      <ul>
        {form.explanations?.map(({ check, text: said }) => (
          <li key={check}>
            {check}: {said}
          </li>
        ))}
      </ul>
    )
  const value = valueAt(form, path) as number | string
  const shown =
    sort === 'count'
      ? text.count(value as number)
      : sort === 'time'
        ? localMoment(value as number, language)
        : value
  return (
    <Pair
      label={number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`}
      value={<bdi data-value={path}>{shown}</bdi>}
    />
  )
}

function OpeningView({ opening }: { readonly opening: Extract<Statement, { kind: 'open' }> }) {
  const { text, language } = useSpoken()
  const { inBox, at, seals, people } = opening
  return (
    <>
      <Pair label={text.say('open.inBox')} value={text.count(inBox)} />
      {at !== undefined && <Pair label={text.say('open.at')} value={localMoment(at, language)} />}
      {seals && <Pair label={text.say('open.seals')} value={<bdi>{seals.join('  ')}</bdi>} />}
      {people && <People people={people} present />}
    </>
  )
}

function ClosingView({ closing }: { readonly closing: Extract<Statement, { kind: 'close-poll' }> }) {
  const { text, language } = useSpoken()
  const { at, seals } = closing
  return (
    <>
      {at !== undefined && <Pair label={text.say('close.at')} value={localMoment(at, language)} />}
      {closingFigures.map(name => {
        const figure = closing[name]
        const label = name === 'duplicates' ? text.say('close.duplicates') : figureWords[name][language]
        return figure === undefined ? null : <Pair key={name} label={label} value={text.count(figure)} />
      })}
      {seals && <Pair label={text.say('open.seals')} value={<bdi>{seals.join('  ')}</bdi>} />}
    </>
  )
}

/** People by role and side, with how they stand on the paper; those of whom the same is said, together. */
function People({
  people,
  present = false,
}: {
  readonly people: NonNullable<Form['people']>
  readonly present?: boolean
}) {
  const { text, language } = useSpoken()
  const name = usePersonName()
  const said = people.map(({ role, side = '', ink, ground }) =>
    [
      name({ role, side }),
      present ? text.say(`people.present.${ink}`) : inkWords[ink][language],
      ground && text.say('view.ground', { ground }),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  return [...new Set(said)].map(line => (
    <Pair key={line} label={line} value={text.count(said.filter(other => other === line).length)} />
  ))
}

function Pair({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <div className="line">
      <span>{label}</span>
      <strong>{value}</strong>
    </div>
  )
}
