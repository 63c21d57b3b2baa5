import type { Refusal } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Button, Checkbox, FileTrigger, Input, Label, TextField } from 'react-aria-components'
import { BackToCentre } from '../centre/places.tsx'
import { useRound } from '../centre/round.ts'
import { answered, server } from '../shell/api.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { attach } from './attach.ts'
import { Mask } from './mask.tsx'
import { Mine } from './mine.tsx'
import { masked, shownAs, type Upright, uprightOf } from './picture.ts'
import { propose } from './propose.ts'
import type { Region } from './region.ts'

/** A photograph of a copy: taken or chosen, masked on this device, signed for. The original is never published. */
export function PhotographPage() {
  const text = useText()
  const [taken, setTaken] = useState<Taken>()
  const [said, setSaid] = useState<Refusal | 'kept'>()
  const round = useRound()
  const names = useQuery({
    queryKey: ['names on form', round],
    queryFn: () => answered(server.GET('/forms/names', { params: { query: { round } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const area = names.data?.ok ? names.data.value : undefined
  const take = async (chosen: FileList | null) => {
    const file = chosen?.[0]
    if (!file) return
    setSaid(undefined)
    const upright = await uprightOf(file)
    if (!upright) return setSaid({ code: 'not-a-picture', message: '' })
    const original = new Uint8Array(await file.arrayBuffer())
    setTaken({ upright, original, ...(await propose(upright, area)) })
  }
  return (
    <>
      <h1>{text.say('photograph.title')}</h1>
      {taken ? (
        <Masked
          key={taken.original.length}
          taken={taken}
          onDone={outcome => {
            setTaken(undefined)
            setSaid(outcome)
          }}
        />
      ) : (
        <>
          <p>{text.say('photograph.how')}</p>
          {said === 'kept' && (
            <p role="status" className="sheet">
              {text.say('photograph.kept')}
            </p>
          )}
          <Refused refusal={said === 'kept' ? undefined : said} />
          <div className="row">
            <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={take}>
              <Button className="main">{text.say('photograph.take')}</Button>
            </FileTrigger>
            <FileTrigger acceptedFileTypes={['image/*']} onSelect={take}>
              <Button>{text.say('photograph.choose')}</Button>
            </FileTrigger>
          </div>
          <Mine />
        </>
      )}
      <BackToCentre />
    </>
  )
}

interface Taken extends Awaited<ReturnType<typeof propose>> {
  readonly upright: Upright
  readonly original: Uint8Array
}

function Masked({
  taken,
  onDone,
}: {
  readonly taken: Taken
  readonly onDone: (outcome: Refusal | 'kept' | undefined) => void
}) {
  const text = useText()
  const identity = useIdentity()
  const election = useElection()
  const round = useRound()
  const [regions, setRegions] = useState<readonly Region[]>(taken.regions)
  const [of, setOf] = useOf(taken)
  const [signatures, setSignatures] = useState(false)
  const [checked, setChecked] = useState(false)
  const picture = usePicture(taken.upright)
  const foreign = taken.page && election?.id && !election.id.startsWith(taken.page.definition)
  if (foreign) return <Refused refusal={{ code: 'other-election', message: '' }} />
  const sign = async () => {
    const refusal = await attach(identity!, {
      ...{ definition: election!.id!, round: taken.page?.round ?? round, box: of.box.trim() },
      ...{ copy: of.copy.trim() || undefined, serial: of.serial.trim() || undefined, signatures },
      ...{ original: taken.original, masked: await masked(taken.upright, regions) },
    })
    onDone(refusal ?? 'kept')
  }
  return (
    <>
      <p role="status">
        {text.say(
          taken.page === undefined
            ? 'photograph.noCode'
            : taken.regions.length > 0
              ? 'photograph.proposed'
              : 'photograph.nothingProposed',
        )}
      </p>
      {picture !== undefined && <Mask picture={picture} regions={regions} onChange={setRegions} />}
      {(['box', 'copy', 'serial'] as const).map(field => (
        <TextField
          key={field}
          className="field"
          value={of[field]}
          onChange={value => setOf({ ...of, [field]: value })}
        >
          <Label>{text.say(`photograph.${field}`)}</Label>
          <Input dir="ltr" autoComplete="off" data-field={field} />
        </TextField>
      ))}
      <Checkbox isSelected={signatures} onChange={setSignatures}>
        {text.say('photograph.signatures')}
      </Checkbox>
      <Checkbox isSelected={checked} onChange={setChecked}>
        {text.say('photograph.checked')}
      </Checkbox>
      <p className="quiet">{text.say('photograph.original')}</p>
      <div className="row">
        <Button
          className="main"
          onPress={sign}
          isDisabled={!checked || of.box.trim() === '' || !identity || !election?.id}
        >
          {text.say('photograph.sign')}
        </Button>
        <Button onPress={() => onDone(undefined)}>{text.say('photograph.drop')}</Button>
      </div>
    </>
  )
}

/** Which copy it is: by the code on it, by the page that led here, or by the signer's own box. */
function useOf({ page }: Taken) {
  const asked = useParams({ strict: false }) as { readonly box?: string; readonly copy?: string }
  const person = usePerson()
  return useState({
    box: page?.box ?? asked.box ?? person?.box ?? '',
    copy: page ? String(page.copy) : (asked.copy ?? ''),
    serial: page?.serial ?? '',
  })
}

/** The address of the picture for as long as it is shown. */
function usePicture(upright: Upright): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let over = false
    void shownAs(upright).then(blob => {
      if (over) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      over = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [upright])
  return address
}
