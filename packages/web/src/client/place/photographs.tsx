import type { PhotographSaid, StatementLine } from '@countersign/publication'
import { ok, type Result, refuse } from '@countersign/tlog'
import { useEffect, useState } from 'react'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import type { BoxStatements } from '../files/place.ts'
import { useLoaded } from '../loaded.ts'

interface PhotographsProps {
  readonly text: Text
  readonly files: Files
  readonly about: BoxStatements
  readonly round: number
  /** By digest, the entry of the ruling that took a file from view. */
  readonly withdrawn: Readonly<Record<string, number>>
}

/** The photographs of a box's copies; each is fetched when it is asked for, and shown if its bytes have its digest. */
export function Photographs({ text, files, about, round, withdrawn }: PhotographsProps) {
  const lines = about.statements.filter(line => line.round === round && photographIn(line))
  if (lines.length === 0) return null
  return (
    <>
      <h3>{text.say('photographs')}</h3>
      <p className="quiet">{text.say('photographs.about')}</p>
      <ul className="photographs">
        {lines.map(line => (
          <li key={line.entry}>
            <Photograph {...{ text, files, withdrawn }} said={photographIn(line)!} entry={line.entry} />
          </li>
        ))}
      </ul>
    </>
  )
}

function photographIn({ kind, says }: StatementLine): PhotographSaid | undefined {
  return kind === 'attach' && says !== null ? (says as PhotographSaid) : undefined
}

interface PhotographProps extends Pick<PhotographsProps, 'text' | 'files' | 'withdrawn'> {
  readonly said: PhotographSaid
  readonly entry: number
}

function Photograph({ text, files, withdrawn, said, entry }: PhotographProps) {
  const [asked, setAsked] = useState(false)
  const { copy, serial, signatures, masked, original } = said
  const ruling = masked === null ? undefined : withdrawn[masked]
  const label = text.say('photographs.copy', { copy: copy ?? '–', serial: serial ?? '–' })
  return (
    <div data-photograph={masked ?? ''}>
      <p>
        {label} · {text.say('photographs.entry', { entry: text.count(entry) })}
        {signatures !== null && ` · ${text.say(`photographs.signatures.${signatures}`)}`}
      </p>
      {masked === null ? (
        <p>{text.say('photographs.none')}</p>
      ) : ruling !== undefined ? (
        <p>{text.say('photographs.withdrawn', { entry: text.count(ruling) })}</p>
      ) : asked ? (
        <Shown {...{ text, files, masked, label }} />
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          {text.say('photographs.show')}
        </button>
      )}
      <p className="quiet">
        {masked !== null && (
          <>
            {text.say('photographs.digest')} <span className="code">{masked}</span>.{' '}
          </>
        )}
        {text.say('photographs.original')} <span className="code">{original}</span>
      </p>
    </div>
  )
}

function Shown({
  text,
  files,
  masked,
  label,
}: Pick<PhotographsProps, 'text' | 'files'> & { readonly masked: string; readonly label: string }) {
  const loaded = useLoaded(masked, () => fetched(files, masked))
  const address = useAddress(loaded.state === 'ready' ? loaded.value : undefined)
  if (loaded.state === 'loading') return <p role="status">{text.say('loading')}</p>
  if (loaded.state === 'failed')
    return (
      <p role="alert">{text.say(`photographs.${loaded.refusal.code === 'wrong' ? 'wrong' : 'missing'}`)}</p>
    )
  return (
    <figure>
      {address !== undefined && <img src={address} alt={label} />}
      <figcaption>{text.say('photographs.checked')}</figcaption>
    </figure>
  )
}

/** Refusals: `missing`, `wrong` (the bytes have another digest than the one that was signed). */
async function fetched(files: Files, digest: string): Promise<Result<Uint8Array>> {
  const path = `blob/sha256/${digest}`
  const bytes = await files.source.read(path).catch(() => undefined)
  if (bytes === undefined) return refuse('missing', `${path} is not there.`, { path })
  const { sha256 } = await import('../proof/sha256.ts')
  const hex = Array.from(sha256(bytes), byte => byte.toString(16).padStart(2, '0')).join('')
  return hex === digest ? ok(bytes) : refuse('wrong', `${path} has other bytes.`, { path })
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
