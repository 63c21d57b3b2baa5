import type { Result } from '@countersign/tlog'
import { useState } from 'react'
import { Pairs } from '../../layout/pairs.tsx'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { type Loaded, useLoaded } from '../loaded.ts'
import { type Kept, keptOf } from '../proof/kept.ts'
import { Trouble } from '../trouble.tsx'
import type { Comparison } from './compare.ts'

interface EarlierProps {
  readonly text: Text
  readonly files: Files
  readonly origin: string
  readonly vkey: string
}

/** Holds the log against checkpoints from before: the one this browser kept, at once; any other that the reader has. */
export function Earlier({ text, files, origin, vkey }: EarlierProps) {
  const [kept] = useState(() => keptOf(origin))
  const [pasted, setPasted] = useState('')
  const [asked, setAsked] = useState('')
  return (
    <section aria-labelledby="earlier">
      <h3 id="earlier">{text.say('earlier')}</h3>
      <p>{text.say('earlier.lead')}</p>
      {kept && <OwnKept text={text} files={files} vkey={vkey} kept={kept} />}
      <label className="screen" htmlFor="earlier-text">
        {text.say('earlier.text')}
      </label>
      <textarea
        id="earlier-text"
        rows={5}
        dir="ltr"
        spellCheck={false}
        value={pasted}
        onInput={event => setPasted(event.currentTarget.value)}
      />
      <p className="screen">
        <label>
          {text.say('earlier.file')}{' '}
          <input
            type="file"
            accept=".txt,text/plain"
            onChange={async event => setPasted((await event.currentTarget.files?.[0]?.text()) ?? '')}
          />
        </label>
      </p>
      <p>
        <button type="button" disabled={pasted.trim() === ''} onClick={() => setAsked(pasted)}>
          {text.say('earlier.compare')}
        </button>
      </p>
      {asked !== '' && <Compared key={asked} text={text} files={files} vkey={vkey} checkpoint={asked} />}
    </section>
  )
}

/** What this browser kept is held against the log without being asked. */
function OwnKept({ text, files, vkey, kept }: Omit<EarlierProps, 'origin'> & { readonly kept: Kept }) {
  const when = text.moment(Math.floor(kept.at / 1000))
  return (
    <div className="kept">
      <p>{text.say('earlier.kept', { when })}</p>
      {kept.vkey === vkey ? (
        <Compared text={text} files={files} vkey={vkey} checkpoint={kept.checkpoint} />
      ) : (
        <p className="wrong" role="alert">
          {text.say('trouble.other-key')}
        </p>
      )}
    </div>
  )
}

interface ComparedProps {
  readonly text: Text
  readonly files: Files
  readonly vkey: string
  readonly checkpoint: string
}

function Compared({ text, files, vkey, checkpoint }: ComparedProps) {
  const found: Loaded<Comparison> = useLoaded(checkpoint, async (): Promise<Result<Comparison>> => {
    const { compareWith } = await import('./compare.ts')
    return compareWith(files.source, vkey, checkpoint, text.language)
  })
  return (
    <div aria-live="polite" data-compared={found.state === 'ready' ? found.value.is : found.state}>
      {found.state === 'loading' && <p>{text.say('loading')}</p>}
      {found.state === 'failed' && <Trouble text={text} refusal={found.refusal} />}
      {found.state === 'ready' && (
        <Outcome text={text} comparison={found.value} checkpoint={checkpoint} files={files} />
      )}
    </div>
  )
}

interface OutcomeProps {
  readonly text: Text
  readonly comparison: Comparison
  readonly checkpoint: string
  readonly files: Files
}

function Outcome({ text, comparison, checkpoint, files }: OutcomeProps) {
  const { is } = comparison
  if (is === 'unusable')
    return (
      <>
        <p className="wrong">
          <strong>{text.say('earlier.unusable')}</strong>
        </p>
        <p>{comparison.why}</p>
      </>
    )
  const { before, now } = comparison
  const sizes = { before: text.count(before.size), now: text.count(now.size) }
  const right = is === 'same' || is === 'continues'
  return (
    <>
      <p className={right ? 'right' : 'wrong'}>
        <strong>
          <span aria-hidden="true">{right ? '✓' : '✗'}</span> {text.say(`earlier.${is}`, sizes)}
        </strong>
      </p>
      {!right && (
        <>
          <p>{text.say(`earlier.${is}.do`)}</p>
          <Pairs
            pairs={[
              { name: text.say('earlier.before'), values: [sizes.before, base64(before.root)], code: true },
              { name: text.say('earlier.now'), values: [sizes.now, base64(now.root)], code: true },
            ]}
          />
          <p>
            <a
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(checkpoint)}`}
              download="checkpoint-before.txt"
            >
              {text.say('earlier.save.before')}
            </a>{' '}
            <a href={`${files.election}checkpoint`} download="checkpoint-now.txt">
              {text.say('earlier.save.now')}
            </a>
          </p>
        </>
      )}
    </>
  )
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
