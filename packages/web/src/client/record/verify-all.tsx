import { useEffect, useState } from 'react'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { keep, keptOf } from '../proof/kept.ts'
import { troubleInWords } from '../trouble.tsx'
import type { Told } from './protocol.ts'
import { Result } from './result.tsx'
import { useVerifier, type Verifying } from './verify.ts'

interface VerifyAllProps {
  readonly text: Text
  readonly files: Files
  readonly origin: string
}

/** Verifies everything in this browser, by what the record says of itself or by what the reader trusts. */
export function VerifyAll({ text, files, origin }: VerifyAllProps) {
  const { state, begin, cancel } = useVerifier()
  const [policy, setPolicy] = useState('')
  const [definition, setDefinition] = useState('')
  const running = state.is === 'starting' || state.is === 'reading' || state.is === 'comparing'

  function start() {
    const kept = keptOf(origin)
    begin({
      election: files.election,
      language: text.language,
      earlier: kept ? [kept.checkpoint] : [],
      ...(policy.trim() !== '' && { policy: `${policy.trim()}\n` }),
      ...(definition.trim() !== '' && { definition: definition.trim().toLowerCase() }),
    })
  }

  return (
    <div className="verify" data-verify={state.is}>
      <details>
        <summary>{text.say('verify.trusted')}</summary>
        <p>{text.say('verify.trusted.lead')}</p>
        <label>
          {text.say('verify.policy')}
          <textarea
            rows={4}
            dir="ltr"
            spellCheck={false}
            value={policy}
            onInput={event => setPolicy(event.currentTarget.value)}
          />
        </label>
        <label>
          {text.say('verify.definition')}
          <input
            type="text"
            dir="ltr"
            spellCheck={false}
            value={definition}
            onInput={event => setDefinition(event.currentTarget.value)}
          />
        </label>
      </details>
      <p>
        <button type="button" className="main" disabled={running} onClick={start}>
          {text.say('verify.begin')}
        </button>{' '}
        {running && (
          <button type="button" onClick={cancel}>
            {text.say('verify.cancel')}
          </button>
        )}
      </p>
      <Progress text={text} state={state} />
      <div aria-live="polite">
        {state.is === 'done' && <Done text={text} origin={origin} told={state} />}
        {state.is === 'refused' && <Refused text={text} told={state} />}
        {state.is === 'stopped' && <p>{text.say('verify.stopped')}</p>}
        {state.is === 'crashed' && (
          <p className="wrong">
            {text.say('verify.crashed')} <span className="code">{state.message}</span>
          </p>
        )}
      </div>
    </div>
  )
}

function Progress({ text, state }: { readonly text: Text; readonly state: Verifying }) {
  if (state.is === 'starting') return <p role="status">{text.say('verify.starting')}</p>
  if (state.is === 'reading')
    return (
      <p>
        <label>
          {text.say('verify.reading', { entries: text.count(state.entries), size: text.count(state.size) })}
          <progress value={state.entries} max={state.size} />
        </label>
      </p>
    )
  if (state.is === 'comparing')
    return (
      <p>
        <label>
          {text.say('verify.comparing', { files: text.count(state.files) })}
          <progress />
        </label>
      </p>
    )
  return null
}

type DoneTold = Extract<Told, { readonly is: 'done' }>

/** The result; a checkpoint that held is kept in this browser, for the next time. */
function Done({
  text,
  origin,
  told,
}: {
  readonly text: Text
  readonly origin: string
  readonly told: DoneTold
}) {
  const [kept, setKept] = useState<boolean>()
  useEffect(() => {
    const { report, checkpoint, vkey } = told
    if (report.intact && vkey !== undefined) setKept(keep(origin, { checkpoint, vkey, at: Date.now() }))
  }, [told, origin])
  return (
    <>
      <Result text={text} told={told} />
      {kept !== undefined && <p className="quiet">{text.say(kept ? 'verify.kept' : 'verify.notKept')}</p>}
    </>
  )
}

function Refused({
  text,
  told,
}: {
  readonly text: Text
  readonly told: Extract<Told, { readonly is: 'refused' }>
}) {
  const { code, message, path } = told
  return (
    <div className="trouble" data-result="refused">
      <p>
        <strong>{text.say('verify.refused')}</strong>{' '}
        {troubleInWords(text, { code, message, ...(path !== undefined && { where: { path } }) })}
      </p>
      {path !== undefined && (
        <p>
          {text.say('trouble.file')} <span className="code">{path}</span>
        </p>
      )}
    </div>
  )
}
