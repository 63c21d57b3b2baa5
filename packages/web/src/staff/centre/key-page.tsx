import type { Refusal } from '@countersign/election'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { Photographs } from '../photographs/shown.tsx'
import { answered, server } from '../shell/api.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useSpoken, useText } from '../shell/text.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { FigureField, readFigure } from './figure-field.tsx'
import { type Packet, takeStep, useFormSections } from './packets.ts'
import { useRound } from './round.ts'
import { useShortcuts } from './shortcuts.ts'

/** One copy after the other, from the paper: keyed in, never seeing what another has keyed. */
export function KeyPage() {
  const text = useText()
  const round = useRound()
  const next = useQuery({
    queryKey: ['next packet', round],
    queryFn: () => answered(server.POST('/centres/next', { params: { query: { round } } })),
    refetchInterval: ({ state }) => (state.data?.ok ? false : 3_000),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const answer = next.data
  const another = () => queries.resetQueries({ queryKey: ['next packet'] })
  return (
    <>
      <h1>{text.say('keying.title')}</h1>
      {answer === undefined && <p role="status">{text.say('loading')}</p>}
      {answer?.ok === false && answer.status === 404 && <p role="status">{text.say('keying.none')}</p>}
      {answer?.ok === false && answer.status !== 404 && <Refused refusal={answer.refusal} />}
      {answer?.ok && (
        <div className="with-photograph">
          <Photographs round={round} box={answer.value.box} copy={answer.value.copy} />
          <Keying key={answer.value.id} packet={answer.value} onDone={another} />
        </div>
      )}
      <p>
        <Link to="/centre">{text.say('centre.back')}</Link>
      </p>
    </>
  )
}

function Keying({ packet, onDone }: { readonly packet: Packet; readonly onDone: () => void }) {
  const { text, language } = useSpoken()
  const sections = useFormSections(packet.round)
  // On this device first: a cut network or a closed browser loses no figure.
  const filling = useDraft(`centre.${packet.id}.${packet.state}`)
  const form = useRef<HTMLFormElement>(null)
  const [missing, setMissing] = useState<string>()
  const { mutate, isPending, data } = useMutation({
    mutationFn: async (figures: Readonly<Record<string, number | null>>) => {
      await filling?.written()
      const keyed = await takeStep(packet.id, 'key', figures)
      return keyed.ok ? takeStep(packet.id, 'finish') : keyed
    },
    onSuccess: answer => {
      if (answer.ok) onDone()
    },
  })
  const ready = sections !== undefined && filling !== undefined
  useEffect(() => {
    if (ready) form.current?.querySelector('input')?.focus()
  }, [ready])
  const shown = (sections ?? [])
    .map(section => ({
      ...section,
      lines: section.lines.filter(({ path }) => packet.fields === undefined || packet.fields.includes(path)),
    }))
    .filter(({ lines }) => lines.length > 0)
  const written = (path: string) => filling?.value(path) ?? shownFigure(packet.keyed?.[path])
  const finish = () => {
    const figures = shown.flatMap(({ lines }) =>
      lines.map(({ path }) => [path, readFigure(written(path))] as const),
    )
    const open = figures.find(([, figure]) => figure === undefined || figure === 'wrong')
    setMissing(open?.[0])
    if (open) form.current?.querySelector<HTMLInputElement>(`[data-figure="${open[0]}"]`)?.focus()
    else mutate(Object.fromEntries(figures) as Record<string, number | null>)
  }
  useShortcuts({ f: finish })
  if (!ready) return <p role="status">{text.say('loading')}</p>
  const refusal: Refusal | undefined = data?.ok === false ? data.refusal : undefined
  return (
    <form
      ref={form}
      onKeyDown={event => onward(event, finish)}
      onSubmit={event => event.preventDefault()}
      aria-label={text.say('keying.form', { box: packet.box })}
    >
      <p className="sheet">
        <strong>
          <bdi>{packet.box}</bdi>
        </strong>{' '}
        · {text.say('intake.copy', { copy: packet.copy })} · <bdi>{packet.serial}</bdi> ·{' '}
        {text.say(`packet.${packet.state}`)}
      </p>
      {packet.fields && <p>{text.say('keying.third', { lines: packet.fields.length })}</p>}
      <p className="quiet">
        {text.say('keying.keys')} <kbd dir="ltr">Enter</kbd> <kbd dir="ltr">Alt F</kbd>
      </p>
      {shown.map(({ id, title, lines }) => (
        <fieldset key={id}>
          <legend>{title[language]}</legend>
          {lines.map(({ path, label, number }) => (
            <FigureField
              key={path}
              path={path}
              label={number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`}
              value={written(path)}
              onChange={typed => filling.set(path, typed)}
            />
          ))}
        </fieldset>
      ))}
      {missing !== undefined && (
        <p role="alert" className="refusal">
          {text.say('keying.missing')}
        </p>
      )}
      <Refused refusal={refusal} />
      <Button className="main" onPress={finish} isDisabled={isPending}>
        {text.say('keying.finish')}
      </Button>
      <GiveUp packet={packet} onDone={onDone} />
    </form>
  )
}

function GiveUp({ packet, onDone }: { readonly packet: Packet; readonly onDone: () => void }) {
  const text = useText()
  const { mutate } = useMutation({ mutationFn: () => takeStep(packet.id, 'giveUp'), onSuccess: onDone })
  return <Button onPress={() => mutate()}>{text.say('keying.giveUp')}</Button>
}

function shownFigure(figure: number | null | undefined): string {
  if (figure === null) return '-'
  return figure === undefined ? '' : String(figure)
}

/** Enter goes to the next field, and from the last one to the end: the hand stays on the number keys. */
function onward(event: KeyboardEvent<HTMLFormElement>, finish: () => void): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll('input')]
  const following = fields[fields.indexOf(event.target) + 1]
  if (following) following.focus()
  else finish()
}
