import { type Figures, figuresAt } from '@countersign/election'
import {
  type Compared,
  type Copy,
  compareWith,
  encodeEnvelope,
  placeOf,
  readEntry,
} from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { Table } from '../../layout/table.tsx'
import { FigureField, readFigure } from '../centre/figure-field.tsx'
import { useFormSections } from '../centre/packets.ts'
import { useRound } from '../centre/round.ts'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { signedCopy } from '../copies/copies.ts'
import { KeepAreas } from '../copies/keep-areas.tsx'
import { published } from '../copies/published.ts'
import { keysOf, type Signers, signersOf, worth } from '../copies/signers.ts'
import { post } from '../device/outbox.ts'
import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import { localMoment } from '../shell/time.ts'
import { Complain } from './complain.tsx'

/** A copy that can be compared, with its entry where its codes were read. */
interface InHand {
  readonly copy: Copy
  readonly entry?: Uint8Array
}

/** Scan, photograph or type a copy, and see at once how it stands to what is published. */
export function ComparePage() {
  const text = useText()
  const { statements, refusal, take, clear } = useGathered()
  const [typed, setTyped] = useState<Copy>()
  const whole = statements.find(({ entry }) => entry !== undefined)
  const part = statements.find(({ entry }) => entry === undefined)
  const inHand: InHand | undefined = typed ? { copy: typed } : whole && signedCopy(whole.entry!, '')
  const another = () => {
    clear()
    setTyped(undefined)
  }
  return (
    <>
      <h1>{text.say('compare.title')}</h1>
      {inHand ? (
        <>
          <Verdict key={JSON.stringify(inHand.copy)} inHand={inHand} />
          <div className="row">
            <Button onPress={another}>{text.say('compare.another')}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{text.say('compare.how')}</p>
          <Scan onText={take} />
          {part && <p role="status">{text.say('compare.more', { left: part.missing.length })}</p>}
          <Refused refusal={refusal} />
          <TypeCopy onCopy={setTyped} />
          <details>
            <summary>{text.say('keep.title')}</summary>
            <KeepAreas />
          </details>
        </>
      )}
    </>
  )
}

function Verdict({ inHand: { copy: inHand, entry } }: { readonly inHand: InHand }) {
  const { text, language } = useSpoken()
  const { box, round } = placeOf(inHand)
  const signers = useSigners(inHand, entry)
  const copy = inHand.sort === 'signed' && signers ? worth(inHand, signers.good) : inHand
  const { data } = useQuery({
    queryKey: ['published', round, box],
    queryFn: () => published(round, box),
    refetchInterval: 10_000,
  })
  if (data === undefined) return <p role="status">{text.say('loading')}</p>
  if (!data.ok) return <Refused refusal={data.refusal} />
  const compared = compareWith(data.value.box, copy)
  return (
    <>
      <p
        className={compared.verdict === 'identical' ? 'sheet' : 'refusal'}
        role="status"
        data-verdict={compared.verdict}
      >
        <strong>{text.say(`compare.${compared.verdict}`)}</strong>
        <br />
        {text.say('compare.of', { box, round: text.count(round) })} ·{' '}
        {text.say(`compare.grade.${compared.grade}`)}
      </p>
      {signers && signers.bad.length > 0 && (
        <p role="alert" className="refusal">
          {text.say('compare.broken', { signatures: text.count(signers.bad.length) })}
        </p>
      )}
      {entry && !signers && compared.verdict !== 'identical' && (
        <p className="quiet">{text.say('compare.unchecked')}</p>
      )}
      <p className="quiet">
        {text.say(data.status === 0 ? 'compare.knownFrom' : 'compare.asOf', {
          moment: localMoment(Math.floor(data.value.at / 1000), language),
        })}
      </p>
      <Differences compared={compared} />
      {entry && compared.missing.length > 0 && <SendMissing entry={entry} missing={compared.missing} />}
      {entry && compared.verdict === 'notPublished' && <SendMissing entry={entry} />}
      {(compared.verdict === 'different' || compared.verdict === 'signatureMissing') && (
        <Complain copy={copy} entry={entry} compared={compared} />
      )}
    </>
  )
}

/** The signatures of a copy that hold under keys of the record; nothing until that could be checked. */
function useSigners(copy: Copy, entry: Uint8Array | undefined): Signers | undefined {
  const kids = copy.sort === 'signed' ? copy.kids : []
  const { data } = useQuery({
    queryKey: ['signers', kids, entry?.length],
    queryFn: async () => {
      const keys = await keysOf(kids)
      return keys.ok ? signersOf(entry!, keys.value) : null
    },
    enabled: entry !== undefined,
    refetchInterval: ({ state }) => (state.data ? false : 10_000),
  })
  return data ?? undefined
}

function Differences({ compared: { differences, round } }: { readonly compared: Compared }) {
  const { text, language } = useSpoken()
  const lines = (useFormSections(round) ?? []).flatMap(section => section.lines)
  if (differences.length === 0) return null
  const shown = (figure: number | '–') => (figure === '–' ? figure : text.count(figure))
  return (
    <Table
      caption={text.say('compare.where')}
      columns={[
        { title: text.say('compare.line') },
        { title: text.say('compare.published'), numeric: true },
        { title: text.say('compare.copy'), numeric: true },
      ]}
      rows={differences.map(({ figure, form, copy }) => ({
        key: figure,
        cells: [
          <span key={figure} data-differs={figure}>
            {lines.find(({ path }) => path === `figures.${figure}`)?.label[language] ?? figure}
          </span>,
          shown(form),
          shown(copy),
        ],
      }))}
    />
  )
}

/** Whoever holds a signature can send it: the record adds it to the statement. */
function SendMissing({
  entry,
  missing,
}: {
  readonly entry: Uint8Array
  readonly missing?: readonly string[]
}) {
  const text = useText()
  const [sent, setSent] = useState(false)
  const send = async () => {
    const read = readEntry(entry)
    if (!read.ok) return
    const { payload, signatures } = read.value
    const chosen = missing ? signatures.filter(({ kid }) => missing.includes(kid)) : signatures
    const made = encodeEnvelope({ payload, signatures: chosen })
    if (made.ok) setSent((await post(made.value)).ok)
  }
  return sent ? (
    <p role="status">{text.say('compare.sent')}</p>
  ) : (
    <Button className="main" onPress={send}>
      {text.say(missing ? 'compare.sendMissing' : 'compare.send')}
    </Button>
  )
}

function TypeCopy({ onCopy }: { readonly onCopy: (copy: Copy) => void }) {
  const { text, language } = useSpoken()
  const round = useRound()
  const own = usePerson()?.box ?? ''
  const [box, setBox] = useState(own)
  const [code, setCode] = useState('')
  const [figures, setFigures] = useState<Readonly<Record<string, string>>>({})
  const sections = useFormSections(round) ?? []
  const compare = () =>
    onCopy({
      ...{ sort: 'typed', box: box.trim(), round, figures: typedFigures(figures) },
      ...(code.trim() !== '' && { code: code.trim() }),
    })
  return (
    <details>
      <summary>{text.say('compare.type')}</summary>
      <p>{text.say('compare.type.about')}</p>
      <TextField className="field" value={box} onChange={setBox}>
        <Label>{text.say('compare.box')}</Label>
        <Input dir="ltr" autoComplete="off" />
      </TextField>
      <TextField className="field" value={code} onChange={setCode}>
        <Label>{text.say('compare.code')}</Label>
        <Input dir="ltr" autoComplete="off" />
      </TextField>
      {sections.map(({ id, title, lines }) => (
        <fieldset key={id}>
          <legend>{title[language]}</legend>
          {lines.map(({ path, label, number }) => (
            <FigureField
              key={path}
              path={path}
              label={number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`}
              value={figures[path] ?? ''}
              onChange={typed => setFigures(before => ({ ...before, [path]: typed }))}
            />
          ))}
        </fieldset>
      ))}
      <Button className="main" onPress={compare} isDisabled={box.trim() === ''}>
        {text.say('compare.compare')}
      </Button>
    </details>
  )
}

/** What was typed; an empty field is not compared. */
function typedFigures(typed: Readonly<Record<string, string>>): Figures {
  const read = Object.entries(typed).map(([path, written]) => [path, readFigure(written)] as const)
  return figuresAt(read.filter((pair): pair is readonly [string, number] => typeof pair[1] === 'number'))
}
