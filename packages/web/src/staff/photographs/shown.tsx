import { type Statement, toHex } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { copyName } from '../centre/copy-name.ts'
import { attachedHere } from '../device/attached.ts'
import { entryIn } from '../device/entry.ts'
import { answered, askBytes, server } from '../shell/api.ts'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'

export type Attach = Extract<Statement, { readonly kind: 'attach' }>

/** A photograph of a box's copies that there is something to see of. */
interface Seen {
  readonly masked: string
  readonly copy?: string | undefined
  readonly serial?: string | undefined
}

/** The photographs of a box, those of one copy first: as published, and those that this device has still to send. */
export function usePhotographs(round: number, box: string, copy?: string): readonly Seen[] {
  const { data } = useQuery({
    queryKey: ['photographs', round, box],
    queryFn: () => answered(server.GET('/boxes/{box}', { params: { path: { box }, query: { round } } })),
    refetchInterval: 15_000,
  })
  const here = useStored('attached', 'all', attachedHere) ?? []
  const published = data?.ok ? data.value.entries.flatMap(({ entry }) => attachIn(entry)) : []
  const all = new Map<string, Seen>()
  for (const seen of [...published, ...here.filter(one => one.round === round && one.box === box)])
    if (seen.masked !== undefined) all.set(seen.masked, { ...seen, masked: seen.masked })
  const isAsked = (seen: Seen) => Number(copy !== undefined && seen.copy === copy)
  return [...all.values()].sort((a, b) => isAsked(b) - isAsked(a))
}

function attachIn(entry: string): readonly Attach[] {
  const read = entryIn(entry)
  return read?.statement.kind === 'attach' ? [read.statement] : []
}

/** The photographs of a copy, beside what is done with it; nothing where there is none. */
export function Photographs({
  round,
  box,
  copy,
}: {
  readonly round: number
  readonly box: string
  readonly copy?: string
}) {
  const text = useText()
  const seen = usePhotographs(round, box, copy)
  const [at, setAt] = useState(0)
  const shown = seen[at % Math.max(1, seen.length)]
  if (!shown) return null
  const label = text.say('photograph.ofCopy', {
    box,
    copy: shown.copy === undefined ? '–' : copyName(text, shown.copy),
  })
  return (
    <aside className="photograph" aria-label={text.say('photograph.beside')}>
      <Picture key={shown.masked} digest={shown.masked} label={label} />
      {seen.length > 1 && (
        <Button onPress={() => setAt(at + 1)}>
          {text.say('photograph.next', {
            at: text.count((at % seen.length) + 1),
            of: text.count(seen.length),
          })}
        </Button>
      )}
    </aside>
  )
}

/** A published photograph, shown only where its bytes have its digest; larger at a press. */
export function Picture({ digest, label }: { readonly digest: string; readonly label: string }) {
  const text = useText()
  const [large, setLarge] = useState(false)
  const { data } = useQuery({
    queryKey: ['photograph', digest],
    queryFn: () => bytesOf(digest),
    staleTime: ({ state }) => (state.data === 'missing' ? 5_000 : Number.POSITIVE_INFINITY),
  })
  const address = useAddress(typeof data === 'string' ? undefined : data)
  if (data === undefined) return <p role="status">{text.say('loading')}</p>
  if (typeof data === 'string') return <p className="quiet">{text.say(`photograph.${data}`)}</p>
  return (
    <figure data-photograph={digest}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={large ? 'pan large' : 'pan'} tabIndex={0} aria-label={label}>
        {address !== undefined && <img src={address} alt={label} />}
      </section>
      <figcaption>
        <Button onPress={() => setLarge(!large)}>
          {text.say(large ? 'photograph.smaller' : 'photograph.larger')}
        </Button>
        <span className="quiet">
          SHA-256 <code dir="ltr">{digest.slice(0, 16)}…</code>
        </span>
      </figcaption>
    </figure>
  )
}

/** From this device, else from the record; `missing` where nobody has brought it, `wrong` where the bytes are others. */
async function bytesOf(digest: string): Promise<Uint8Array | 'missing' | 'wrong'> {
  const here = (await attachedHere()).find(({ masked }) => masked === digest)
  const bytes = here
    ? new Uint8Array(await here.maskedFile.arrayBuffer())
    : await askBytes(`record/blob/sha256/${digest}`)
  if (bytes === undefined) return 'missing'
  return toHex(sha256(bytes)) === digest ? bytes : 'wrong'
}

function useAddress(bytes: Uint8Array | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (bytes === undefined) return
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/jpeg' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return address
}
