import { codeOf, type Refusal, type Statement } from '@countersign/election'
import { signatureCode, statementId } from '@countersign/record'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { Codes } from '../codes/show.tsx'
import { statementIn } from '../device/entry.ts'
import { signWith } from '../device/identity.ts'
import { addSignatures, type Kept, keep, keptOf } from '../device/kept.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { ChooseBox, goesAround, setChosenBox } from './choose-box.tsx'
import { commitSubject, keepForm } from './keep-form.ts'
import { Objection } from './objection.tsx'
import { sendOwnCopy } from './own-copy.ts'
import type { Pack } from './pack.ts'
import { draftName, type Place, useFreshPack, usePlace } from './use-place.ts'
import { StatementView } from './view.tsx'

/** On each signer's own device: scan what the leader shows, compare it with the paper, sign, and show the answer. */
export function SignPage() {
  const text = useText()
  const place = usePlace()
  useFreshPack(place)
  const { statements, refusal, take, clear } = useGathered('sign')
  const read = statements.find(({ payload }) => payload !== undefined)
  const part = statements.find(({ payload }) => payload === undefined)
  const pack = place?.pack
  if (!place) return <ChooseBox />
  if (!pack) return <p role="status">{text.say('sign.unprepared')}</p>
  return (
    <>
      <h1>{text.say('sign.title')}</h1>
      {read?.payload ? (
        <>
          <ToSign key={read.id} place={place} pack={pack} payload={read.payload} />
          <p>
            <Button onPress={clear}>{text.say('sign.another')}</Button>
          </p>
        </>
      ) : (
        <>
          <p>{text.say('sign.about')}</p>
          <Scan onText={take} page="sign" />
          {part && (
            <p role="status">
              {text.say('relay.missing', {
                read: text.count(part.of - part.missing.length),
                of: text.count(part.of),
                parts: text.list(part.missing.map(text.count)),
              })}
            </p>
          )}
        </>
      )}
      <Refused refusal={refusal} />
      {goesAround(place.person) && (
        <p>
          {text.say('who.box', { place: place.box })}{' '}
          <Button onPress={() => setChosenBox(undefined)}>{text.say('place.another')}</Button>
        </p>
      )}
    </>
  )
}

interface Given {
  readonly place: Place
  readonly pack: Pack
  readonly payload: Uint8Array
}

function ToSign({ place, pack, payload }: Given) {
  const text = useText()
  const statement = useMemo(() => statementIn(payload), [payload])
  const refusal = statement ? notHere(statement, place, pack) : unreadable
  if (!statement || refusal) return <Refused refusal={refusal} />
  return (
    <>
      <p className="sheet">
        <strong>{text.say(`signing.${statement.kind}`)}</strong> · {text.say('who.box', { place: place.box })}
      </p>
      <StatementView statement={statement} pack={pack} />
      <Sign place={place} pack={pack} payload={payload} statement={statement} />
      {statement.kind === 'form' && <Objection place={place} pack={pack} form={statementId(payload)} />}
    </>
  )
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

function Sign({ place, pack, payload, statement }: Given & { readonly statement: Statement }) {
  const text = useText()
  const [compared, setCompared] = useState(false)
  const name = statement.kind as 'open' | 'close-poll' | 'form'
  const subject = draftName(place, name)
  const all = useStored('kept', subject, () => keptOf(subject)) ?? []
  const commits = useStored('kept', commitSubject(subject), () => keptOf(commitSubject(subject))) ?? []
  const id = statementId(payload)
  const mine = (kept: Kept) => kept.signatures.find(({ kid }) => kid === place.identity.kid)
  const before = all.filter(kept => kept.id !== id && mine(kept))
  const answers = [...all, ...(name === 'form' ? commits : [])]
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
  const signed = all.some(kept => kept.id === id && mine(kept))
  if (signed)
    return (
      <>
        <p role="status" className="sheet">
          {text.say('sign.done')}
        </p>
        <Codes texts={answers} label={text.say('sign.answer')} />
        {name === 'form' && (
          <div className="sheet short-code">
            <p>{text.say('sign.code')}</p>
            <p className="large" dir="ltr">
              {codeOf(id)}
            </p>
          </div>
        )}
        <OwnCopy pack={pack} kept={all.find(kept => kept.id === id)} commit={commits.at(-1)} />
      </>
    )
  return (
    <>
      {before.length > 0 && <p role="alert">{text.say('sign.before', { versions: before.length })}</p>}
      <Checkbox isSelected={compared} onChange={setCompared}>
        {text.say(name === 'form' ? 'sign.compared' : 'sign.seen')}
      </Checkbox>
      <Button className="main" isDisabled={!compared} onPress={sign}>
        {text.say('sign.sign')}
      </Button>
      <p>{text.say('sign.refuse')}</p>
    </>
  )
}

/** Nobody depends on the leader's device: whoever signed can send what they signed. */
function OwnCopy({
  kept,
  commit,
}: {
  readonly pack: Pack
  readonly kept: Kept | undefined
  readonly commit: Kept | undefined
}) {
  const text = useText()
  if (!kept) return null
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
