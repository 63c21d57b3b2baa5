import {
  type Checked,
  checkFigures,
  checks,
  type Finding,
  type FormDraft,
  type FormLine,
  formLayout,
  linesSpokenOf,
  sayFinding,
  settingsOf,
  sumAt,
  toHex,
} from '@countersign/election'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useSpoken } from '../shell/text.tsx'
import { type Filling, useDraft } from '../shell/use-draft.ts'
import { Asked } from './asked.tsx'
import { formDraftOf, formOf, knownOf, type Typed, typedOr } from './compose.ts'
import { CountField, TextLine, TimeField } from './fields.tsx'
import { ForSigning } from './for-signing.tsx'
import type { Pack } from './pack.ts'
import { People } from './people.tsx'
import { Recorded } from './recorded.tsx'
import { useBackup } from './use-backup.ts'
import { draftName, usePlace } from './use-place.ts'

/** The figures from the count sheets, on a form laid out as on paper; sums and checks as they are typed. */
export function CountPage() {
  const { text, language } = useSpoken()
  const place = usePlace()
  const name = (of: 'form' | 'open' | 'close-poll') => (place ? draftName(place, of) : '')
  const filling = useDraft(name('form'))
  const opening = useDraft(name('open'))
  const closing = useDraft(name('close-poll'))
  useBackup(place, 'form', filling?.draft)
  const pack = place?.pack
  if (!place || !pack) return <p>{text.say('place.unprepared')}</p>
  if (!filling || !opening || !closing) return <p role="status">{text.say('loading')}</p>
  const known = knownOf(pack, opening.value, closing.value)
  const typed = typedOr(filling.value, known)
  const form = formDraftOf(typed, pack)
  const { findings } = checkedForm(form, pack)
  const layout = formLayout(pack.definition, pack.ballot)
  return (
    <>
      <h1>{text.say('step.count')}</h1>
      <p>{text.say('count.about')}</p>
      <Recorded pack={pack} kinds={['commit', 'form']} />
      {layout.sections.map(({ id, title, lines }) => (
        <section key={id} className="sheet" aria-label={title[language]}>
          <h2>{title[language]}</h2>
          {id === 'people' && <People filling={filling} pack={pack} question="people.ink" />}
          {lines.map(line => (
            <Line
              key={line.path}
              line={line}
              form={form}
              filling={filling}
              known={known}
              findings={findings.filter(found => linesSpokenOf(layout, found).at(-1)?.path === line.path)}
            />
          ))}
          {id === 'explanations' && <p className="quiet">{text.say('count.explanations')}</p>}
        </section>
      ))}
      <Finish place={place} filling={filling} typed={typed} findings={findings} />
    </>
  )
}

function Line({
  line,
  form,
  filling,
  known,
  findings,
}: {
  readonly line: FormLine
  readonly form: FormDraft
  readonly filling: Filling
  readonly known: Typed
  readonly findings: readonly Finding[]
}) {
  const { text, language } = useSpoken()
  const { path, sort, label, number } = line
  const sum = sumAt(form, line)
  const named = number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`
  const props = { filling, field: path, label: named, known: known(path) }
  if (path === 'box') return <p>{`${label[language]}: ${known(path)}`}</p>
  if (sort === 'list') return null
  if (sort === 'time') return <TimeField {...props} />
  if (sort === 'serial') return <TextLine {...props} />
  return (
    <>
      <CountField
        {...props}
        note={
          sum !== undefined && <span data-sum={path}>{text.say('count.sum', { sum: text.count(sum) })}</span>
        }
      />
      {findings.map(found => (
        <p key={found.code + found.part} className="refusal" role="status" data-check={found.code}>
          {sayFinding(found, language)}
        </p>
      ))}
    </>
  )
}

/** Before it is signed: what the checks ask is shown twice; the form is then made as the paper has it. */
function Finish({
  place,
  filling,
  typed,
  findings,
}: {
  readonly place: NonNullable<ReturnType<typeof usePlace>>
  readonly filling: Filling
  readonly typed: Typed
  readonly findings: readonly Finding[]
}) {
  const { text } = useSpoken()
  const [answered, setAnswered] = useState(0)
  const asks = findings.filter(({ code }) => 'asks' in checks[code])
  if (asks.length > 0 && answered < 2)
    return (
      <Asked
        key={answered}
        time={answered + 1}
        findings={asks}
        filling={filling}
        onSame={() => setAnswered(answered + 1)}
      />
    )
  return (
    <>
      {asks.length > 0 && (
        <p role="status">
          {text.say('count.goesOn')} <Button onPress={() => setAnswered(0)}>{text.say('count.look')}</Button>
        </p>
      )}
      <ForSigning
        place={place}
        name="form"
        make={() => formOf(typed, place.pack!, toHex(crypto.getRandomValues(new Uint8Array(16))))}
        label="place.forSigning"
      />
    </>
  )
}

/** The form's own arithmetic, by the definition's settings. */
export function checkedForm({ figures = {} }: FormDraft, { definition, ballot }: Pack): Checked {
  const numbers = {
    candidates: ballot.candidates.map(({ number }) => number),
    invalidGrounds: definition.invalidGrounds?.map(({ number }) => number) ?? [],
    notTakenGrounds: definition.notTakenGrounds?.map(({ number }) => number) ?? [],
  }
  return checkFigures(figures, numbers, settingsOf(definition))
}
