import { codeOf, type Refusal, type Statement } from '@countersign/election'
import { signatureCode, statementId } from '@countersign/record'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { Codes } from '../codes/show.tsx'
import { statementIn } from '../device/entry.ts'
import { signWith } from '../device/identity.ts'
import { addSignatures, type Kept, keep, keptOf } from '../device/kept.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { commitSubject, keepForm } from './keep-form.ts'
import { Objection } from './objection.tsx'
import { sendOwnCopy } from './own-copy.ts'
import type { Pack } from './pack.ts'
import { draftName, type Place } from './use-place.ts'
import { StatementView } from './view.tsx'

interface Given {
  readonly place: Place
  readonly pack: Pack
  readonly payload: Uint8Array
}

/** A statement that was scanned: it is read, compared with the paper, and signed; or refused, for it is not of here. */
export function ToSign({ place, pack, payload }: Given) {
  const statement = useMemo(() => statementIn(payload), [payload])
  const refusal = statement ? notHere(statement, place, pack) : unreadable
  if (!statement || refusal) return <Refused refusal={refusal} />
  return <Signing place={place} pack={pack} payload={payload} statement={statement} />
}

const unreadable: Refusal = { code: 'unreadable-statement', message: '' }
const signable = ['open', 'close-poll', 'form']

/** Why this device does not sign it: another election, another box, another round, or nothing that is signed so. */
function notHere(statement: Statement, { box, round }: Place, { definitionId }: Pack): Refusal | undefined {
  if (!signable.includes(statement.kind)) return unreadable
  if (!('definition' in statement) || statement.definition !== definitionId)
    return { code: 'other-election', message: '' }
  if (!('box' in statement) || statement.box !== box) return { code: 'other-box', message: '' }
  return statement.round === round ? undefined : { code: 'other-round', message: '' }
}

/** Before it is signed the statement stands first; afterwards the answer does, for the leader waits for it. */
function Signing({ place, pack, payload, statement }: Given & { readonly statement: Statement }) {
  const text = useText()
  const name = statement.kind as 'open' | 'close-poll' | 'form'
  const { id, kept, commit, before, answers, sign } = useSignature(place, payload, statement)
  const view = <StatementView statement={statement} pack={pack} />
  return (
    <>
      <p className="sheet">
        <strong>{text.say(`signing.${name}`)}</strong> · {text.say('who.box', { place: place.box })}
      </p>
      {kept ? (
        <>
          <p role="status">{text.say('sign.done')}</p>
          {/* One code for both signatures, so that one scan takes them. */}
          <Codes texts={[answers.join('\n')]} label={text.say('sign.answer')} />
          {name === 'form' && <PaperCode id={id} />}
          <details>
            <summary>{text.say('signing.read')}</summary>
            {view}
          </details>
          <OwnCopy kept={kept} commit={commit} />
        </>
      ) : (
        <>
          {view}
          <Compare name={name} before={before.length} onSign={sign} />
        </>
      )}
      {name === 'form' && <Objection place={place} pack={pack} form={id} />}
    </>
  )
}

/** What this device has signed of a statement, and how it signs it; of a form its commitment, too. */
function useSignature(place: Place, payload: Uint8Array, statement: Statement) {
  const isForm = statement.kind === 'form'
  const subject = draftName(place, statement.kind as 'open' | 'close-poll' | 'form')
  const all = useStored('kept', subject, () => keptOf(subject)) ?? []
  const commits = useStored('kept', commitSubject(subject), () => keptOf(commitSubject(subject))) ?? []
  const id = statementId(payload)
  const mine = (kept: Kept) => kept.signatures.find(({ kid }) => kid === place.identity.kid)
  const answers = [...all, ...(isForm ? commits : [])]
    .filter(kept => kept.id === id || (kept.replaced === undefined && kept.subject !== subject))
    .flatMap(kept => {
      const given = mine(kept)
      return given ? [signatureCode({ id: kept.id, ...given })] : []
    })
  const sign = async () => {
    const made =
      statement.kind === 'form'
        ? Object.values(await keepForm(subject, statement, payload))
        : [await keep(subject, payload)]
    for (const kept of made) await addSignatures(kept.id, [await signWith(place.identity, kept.payload)])
  }
  return {
    id,
    kept: all.find(kept => kept.id === id && mine(kept)),
    commit: commits.at(-1),
    before: all.filter(kept => kept.id !== id && mine(kept)),
    answers,
    sign,
  }
}

function Compare({
  name,
  before,
  onSign,
}: {
  readonly name: 'open' | 'close-poll' | 'form'
  /** Earlier versions that this device has signed. */
  readonly before: number
  readonly onSign: () => void
}) {
  const text = useText()
  const [compared, setCompared] = useState(false)
  return (
    <>
      {before > 0 && <p role="alert">{text.say('sign.before', { versions: before })}</p>}
      <Checkbox isSelected={compared} onChange={setCompared}>
        {text.say(name === 'form' ? 'sign.compared' : 'sign.seen')}
      </Checkbox>
      <Button className="main" isDisabled={!compared} onPress={onSign}>
        {text.say('sign.sign')}
      </Button>
      <p>{text.say('sign.refuse')}</p>
    </>
  )
}

function PaperCode({ id }: { readonly id: string }) {
  const text = useText()
  return (
    <div className="sheet short-code">
      <p>{text.say('sign.code')}</p>
      <p className="large" dir="ltr">
        {codeOf(id)}
      </p>
    </div>
  )
}

/** Nobody depends on the leader's device: whoever signed can send what they signed. */
function OwnCopy({ kept, commit }: { readonly kept: Kept; readonly commit: Kept | undefined }) {
  const text = useText()
  return (
    <details>
      <summary>{text.say('sign.copy')}</summary>
      <p>{text.say('sign.copyAbout')}</p>
      <div className="row">
        <Link to="/relay">{text.say('sign.copyScan')}</Link>
        <Button onPress={() => sendOwnCopy(kept, commit)}>{text.say('sign.copySend')}</Button>
      </div>
    </details>
  )
}
