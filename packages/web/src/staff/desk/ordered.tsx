import { figuresAt, type Refusal, type Statement } from '@countersign/election'
import { useState } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { FigureField, readFigure } from '../centre/figure-field.tsx'
import { useFormSections } from '../centre/packets.ts'
import { entryIn } from '../device/entry.ts'
import { sayStatement } from '../device/say.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useSpoken } from '../shell/text.tsx'
import type { FiguresOnRecord } from './copies.tsx'
import type { BoxOnRecord } from './held-box.tsx'

interface Ordered {
  readonly box: BoxOnRecord
  readonly round: number
  readonly copies: readonly FiguresOnRecord[]
}

/** The new figures of a box whose recount or correction a ruling has ordered: they supersede, and nothing is erased. */
export function OrderedFigures({ box, round, copies }: Ordered) {
  const ruling = openOrder(box, copies)
  return ruling ? (
    <NewFigures key={ruling.id} ruling={ruling} box={box} round={round} copies={copies} />
  ) : null
}

interface Order {
  readonly id: string
  readonly decision: 'recount' | 'correct'
}

/** The last ruling with force that orders new figures, unless they are there. */
function openOrder(box: BoxOnRecord, copies: readonly FiguresOnRecord[]): Order | undefined {
  const rulings = box.entries.flatMap(({ id, entry, force }) => {
    const statement = entryIn(entry)?.statement
    return statement?.kind === 'ruling' && force === true ? [{ id, decision: statement.decision }] : []
  })
  const last = rulings.at(-1)
  if (last?.decision !== 'recount' && last?.decision !== 'correct') return undefined
  const given = copies.some(({ statement: of }) => 'ruling' in of && of.ruling === last.id)
  return given ? undefined : { id: last.id, decision: last.decision }
}

function NewFigures({ ruling, box, round, copies }: Ordered & { readonly ruling: Order }) {
  const { text, language } = useSpoken()
  const identity = useIdentity()
  const election = useElection()
  const sections = useFormSections(round) ?? []
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<Refusal | 'signed'>()
  if (!identity || !election?.id) return null
  const paths = sections.flatMap(({ lines }) => lines.map(({ path }) => path))
  // A recount gives again what the form gave; a line that its paper does not have is marked as empty.
  const wanted = paths.filter(path => copies.some(copy => path in flat(copy)))
  const read = wanted.map(path => [path, readFigure(typed[path] ?? '')] as const)
  const complete = read.every(([, figure]) => figure === null || typeof figure === 'number')
  const corrects = ruling.decision === 'correct'
  const say = async () => {
    const figures = figuresAt(
      read.filter((pair): pair is readonly [string, number] => typeof pair[1] === 'number'),
    )
    const common = { definition: election.id!, round, box: box.box, ruling: ruling.id, figures }
    const statement: Statement = corrects
      ? { kind: 'correct', ...common, reason: reason.trim().normalize('NFC') }
      : { kind: 'recount', ...common }
    setSaid((await sayStatement(identity, statement)) ?? 'signed')
    await queries.invalidateQueries({ queryKey: ['rulings'] })
  }
  if (said === 'signed') return <p role="status">{text.say('ordered.signed')}</p>
  return (
    <section data-ordered={ruling.decision}>
      <h2>{text.say(`ordered.${ruling.decision}`)}</h2>
      <p>{text.say('ordered.about')}</p>
      {sections.map(({ id, title, lines }) => {
        const own = lines.filter(({ path }) => wanted.includes(path))
        return own.length === 0 ? null : (
          <fieldset key={id}>
            <legend>{title[language]}</legend>
            {own.map(({ path, label, number }) => (
              <FigureField
                key={path}
                path={path}
                label={number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`}
                value={typed[path] ?? ''}
                onChange={value => setTyped(before => ({ ...before, [path]: value }))}
              />
            ))}
          </fieldset>
        )
      })}
      {corrects && (
        <TextField className="field" value={reason} onChange={setReason}>
          <Label>{text.say('ordered.reason')}</Label>
          <TextArea dir="auto" rows={2} />
        </TextField>
      )}
      <Button
        className="main"
        onPress={() => void say()}
        isDisabled={!complete || (corrects && reason.trim() === '')}
      >
        {text.say('ordered.sign')}
      </Button>
      <Refused refusal={said} />
    </section>
  )
}

/** The figures of a copy by their paths. */
function flat({ statement: { figures } }: FiguresOnRecord): Readonly<Record<string, unknown>> {
  const { votes = {}, invalidBy = {}, notTakenBy = {}, ...single } = figures
  const under = (name: string, of: object) =>
    Object.entries(of).map(([key, figure]) => [`figures.${name}.${key}`, figure] as const)
  return Object.fromEntries([
    ...Object.entries(single).map(([name, figure]) => [`figures.${name}`, figure] as const),
    ...[...under('votes', votes), ...under('invalidBy', invalidBy), ...under('notTakenBy', notTakenBy)],
  ])
}
