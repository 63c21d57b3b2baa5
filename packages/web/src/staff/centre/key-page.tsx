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
import { copyName } from './copy-name.ts'
import { FigureField, readFigure } from './figure-field.tsx'
import { idleMinutes, useIdle } from './idle.ts'
import { type Packet, takeStep, useFormSections } from './packets.ts'
import { BackToCentre } from './places.tsx'
import { useRound } from './round.ts'
import { useShortcuts } from './shortcuts.ts'

/** One copy after the other, from the paper: keyed in, never seeing what another has keyed. */
export function KeyPage() {
  const text = useText()
  const round = useRound()
  // Taken up where somebody asks for it: by coming here, by finishing the one before, by a press. Never by waiting.
  const next = useQuery({
    queryKey: ['next packet', round],
    queryFn: () => answered(server.POST('/centres/next', { params: { query: { round } } })),
    refetchInterval: ({ state }) => (state.data?.ok || state.data?.status === 404 ? false : 3_000),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  /** Why nobody keys here just now, though there may be something to key. */
  const [rest, setRest] = useState<'idle' | 'laidBack'>()
  const answer = next.data
  const another = () => {
    setRest(undefined)
    void queries.resetQueries({ queryKey: ['next packet'] })
  }
  return (
    <>
      <h1>{text.say('keying.title')}</h1>
      {answer === undefined && <p role="status">{text.say('loading')}</p>}
      {rest === 'idle' && (
        <p role="status">{text.say('keying.idle', { minutes: text.count(idleMinutes) })}</p>
      )}
      {(rest !== undefined || (answer?.ok === false && answer.status === 404)) && (
        <Wait round={round} onTake={another} />
      )}
      {answer?.ok === false && answer.status !== 404 && <Refused refusal={answer.refusal} />}
      {rest === undefined && answer?.ok && (
        <div className="with-photograph">
          <Photographs round={round} box={answer.value.box} copy={answer.value.copy} />
          <Keying key={answer.value.id} packet={answer.value} onDone={another} onRest={setRest} />
        </div>
      )}
      <BackToCentre />
    </>
  )
}

/** Looks whether a copy waits, and takes none: who has gone for tea must not hold one up. */
function Wait({ round, onTake }: { readonly round: number; readonly onTake: () => void }) {
  const text = useText()
  const { data } = useQuery({
    queryKey: ['waiting', round],
    queryFn: () => answered(server.GET('/centres/next', { params: { query: { round } } })),
    refetchInterval: 3_000,
    staleTime: 0,
  })
  if (!data?.ok || !data.value.waits) return <p role="status">{text.say('keying.none')}</p>
  return (
    <>
      <p role="status">{text.say('keying.waits')}</p>
      <Take onTake={onTake} />
    </>
  )
}

function Take({ onTake }: { readonly onTake: () => void }) {
  const text = useText()
  return (
    <Button className="main" autoFocus onPress={onTake}>
      {text.say('keying.take')}
    </Button>
  )
}

interface KeyingProps {
  readonly packet: Packet
  readonly onDone: () => void
  readonly onRest: (why: 'idle' | 'laidBack') => void
}

function Keying({ packet, onDone, onRest }: KeyingProps) {
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
  useIdle(idleMinutes * 60_000, async () => {
    await filling?.written()
    if ((await takeStep(packet.id, 'giveUp')).ok) onRest('idle')
  })
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
        · {copyName(text, packet.copy)} · <bdi>{packet.serial}</bdi> · {text.say(`packet.${packet.state}`)}
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
      <GiveUp packet={packet} onDone={() => onRest('laidBack')} />
      <Link to="/photograph/$box/$copy" params={{ box: packet.box, copy: packet.copy }}>
        {text.say('keying.photograph')}
      </Link>
    </form>
  )
}

function GiveUp({ packet, onDone }: { readonly packet: Packet; readonly onDone: () => void }) {
  const text = useText()
  const { mutate } = useMutation({
    mutationFn: () => takeStep(packet.id, 'giveUp'),
    onSuccess: answer => {
      if (answer.ok) onDone()
    },
  })
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
