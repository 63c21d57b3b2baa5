import { ok, type Refusal, refuse } from '@countersign/tlog'
import { useState } from 'react'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import type { BoxStatements, Version } from '../files/place.ts'
import { type Loaded, useLoaded } from '../loaded.ts'
import { keptOf } from '../proof/kept.ts'
import type { Claim, OpenLog, Proved, Published } from '../proof/prove.ts'
import { troubleInWords } from '../trouble.tsx'
import { namesOf } from './form.tsx'

interface ProofProps {
  readonly text: Text
  readonly files: Files
  readonly version: Version
  readonly claim: Claim
  /** The statements to be proved as well, where they are known. */
  readonly about?: BoxStatements | undefined
  readonly statementsPath?: string
}

/** Proves in this browser that the figures shown are those of the log, and says what was checked and what was not. */
export function Proof({ text, files, version, claim, about, statementsPath = '' }: ProofProps) {
  const [again, setAgain] = useState(0)
  const proof = useLoaded(`${claim.path} ${claim.entry} ${again}`, () =>
    proveClaim(text, files, version, claim),
  )
  const id = `proof-${claim.round}-${claim.entry}`
  return (
    <section aria-labelledby={id} className="proof" data-proof={proof.state}>
      <h3 id={id}>{text.say('proof')}</h3>
      <div aria-live="polite">
        {proof.state === 'loading' && <p>{text.say('proof.loading')}</p>}
        {proof.state === 'failed' && (
          <Failed {...{ text, version, claim, refusal: proof.refusal }} onRetry={() => setAgain(again + 1)} />
        )}
        {proof.state === 'ready' && <Right text={text} proved={proof.value.proved} />}
      </div>
      {proof.state === 'ready' && about && (
        <Others {...{ text, about, statementsPath, claim, open: proof.value.open }} />
      )}
    </section>
  )
}

type Refused = { readonly refusal: Refusal }
type Outcome = { readonly open: OpenLog; readonly proved: Proved }

async function proveClaim(text: Text, files: Files, { folder, overview }: Version, claim: Claim) {
  const { openLog, prove } = await import('../proof/prove.ts')
  const { vkey, treeSize, root, origin } = overview
  const published: Published = { vkey, treeSize, root, path: `${folder}election.json` }
  const kept = keptOf(origin)
  if (kept && kept.vkey !== vkey)
    return refuse('other-key', `${published.path} names another key than before.`, { path: published.path })
  const open = await openLog(files.source, published, kept?.checkpoint)
  const proved = open.ok ? await prove(open.value, claim) : open
  if (open.ok && proved.ok) return ok({ open: open.value, proved: proved.value })
  const { inWords } = await import('../proof/words.ts')
  return { ok: false as const, refusal: inWords((proved as Refused).refusal, text.language) }
}

function Right({ text, proved }: { readonly text: Text; readonly proved: Outcome['proved'] }) {
  const { origin, size, entry, id, figures, hashes, kids, continues } = proved
  return (
    <>
      <p className="right">
        <strong>
          <span aria-hidden="true">✓</span> {text.say('proof.right')}
        </strong>
      </p>
      <ul>
        <li>
          {text.say('proof.checkpoint', { size: text.count(size) })} <span className="code">{origin}</span>
        </li>
        <li>{text.say('proof.included', { entry: text.count(entry), hashes })}</li>
        <li>
          {text.say('proof.figures', { figures })} <span className="code">{id}</span>
        </li>
        {continues !== undefined && <li>{text.say('proof.continues', { size: text.count(continues) })}</li>}
      </ul>
      <p className="quiet">{text.say('proof.notChecked', { signatures: kids.length })}</p>
    </>
  )
}

interface FailedProps {
  readonly text: Text
  readonly version: Version
  readonly claim: Claim
  readonly refusal: Refusal
  readonly onRetry: () => void
}

/** A failure as plainly as a success. Not being reached says nothing about the record, and is not told as if it did. */
function Failed({ text, version, claim, refusal, onRetry }: FailedProps) {
  const { code, where = {} } = refusal
  const reached = !['offline', 'unreachable', 'server-error', 'unreadable'].includes(code)
  const round = version.overview.rounds.find(({ round }) => round === claim.round)
  const figure =
    round && typeof where.figure === 'string' ? namesOf(text, version.overview, round)(where.figure) : ''
  const counted = (value: unknown) => (typeof value === 'number' ? text.count(value) : text.say('form.none'))
  return (
    <>
      <p className="wrong">
        <strong>
          <span aria-hidden="true">✗</span> {text.say(reached ? 'proof.wrong' : 'proof.notMade')}
        </strong>
      </p>
      <p>
        {code === 'figure-differs'
          ? text.say('proof.figureDiffers', {
              figure,
              shown: counted(where.shown),
              stated: counted(where.stated),
              entry: text.count(claim.entry),
            })
          : troubleInWords(text, refusal)}
      </p>
      {typeof where.path === 'string' && (
        <p>
          {text.say('trouble.file')} <span className="code">{where.path}</span>
        </p>
      )}
      <p>{text.say(reached ? 'proof.wrong.do' : 'proof.notMade.do')}</p>
      <p>
        <button type="button" onClick={onRetry}>
          {text.say('trouble.retry')}
        </button>
      </p>
    </>
  )
}

interface OthersProps {
  readonly text: Text
  readonly about: BoxStatements
  readonly statementsPath: string
  readonly claim: Claim
  readonly open: OpenLog
}

/** The box's other statements are proved when the reader asks: each may be in a file of its own. */
function Others({ text, about, statementsPath, claim, open }: OthersProps) {
  const [asked, setAsked] = useState(false)
  const lines = about.statements.filter(({ round }) => round === claim.round)
  const proof: Loaded<number> = useLoaded(asked ? claim.path : '', async () => {
    if (!asked) return { ok: true as const, value: 0 }
    const { proveLines } = await import('../proof/prove.ts')
    const named = lines.map(({ entry, kind, says, by }) => ({
      entry,
      kind,
      says,
      kids: by.map(i => about.people[i]!.kid),
    }))
    const proved = await proveLines(open, named, statementsPath)
    if (proved.ok) return proved
    const { inWords } = await import('../proof/words.ts')
    return { ok: false, refusal: inWords(proved.refusal, text.language) }
  })
  if (!asked)
    return (
      <p>
        <button type="button" onClick={() => setAsked(true)}>
          {text.say('proof.others', { count: lines.length })}
        </button>
      </p>
    )
  return (
    <div aria-live="polite" data-others={proof.state}>
      {proof.state === 'loading' && <p>{text.say('proof.loading')}</p>}
      {proof.state === 'ready' && <p>{text.say('proof.others.right', { count: proof.value })}</p>}
      {proof.state === 'failed' && (
        <>
          <p className="wrong">
            <strong>{troubleInWords(text, proof.refusal)}</strong>
          </p>
          {typeof proof.refusal.where?.path === 'string' && (
            <p>
              {text.say('trouble.file')} <span className="code">{proof.refusal.where.path}</span>
            </p>
          )}
        </>
      )}
    </div>
  )
}
