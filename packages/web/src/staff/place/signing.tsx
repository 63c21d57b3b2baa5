import type { Refusal } from '@countersign/election'
import { codeOf, type StatementNamed } from '@countersign/election'
import { payloadCode } from '@countersign/record'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { EntryCodes } from '../codes/entry-codes.tsx'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { Codes } from '../codes/show.tsx'
import { statementIn } from '../device/entry.ts'
import { signWith, signWithSeed } from '../device/identity.ts'
import { addSignatures, entryOf, type Kept, keptOf } from '../device/kept.ts'
import { Refused } from '../shell/refusal.tsx'
import { SeedField } from '../shell/seed-field.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { byRole } from './compose.ts'
import { commitSubject } from './keep-form.ts'
import type { Pack } from './pack.ts'
import { usePersonName } from './people.tsx'
import { currentOf } from './place-page.tsx'
import { hasForce, sendKept, verified } from './signatures.ts'
import { type DraftName, draftName, type Place, usePlace } from './use-place.ts'
import { StatementView } from './view.tsx'

/** Where everyone signs: the code to scan, the answers that come back, who has signed, and then the sending. */
export function SigningPage() {
  const text = useText()
  const { name } = useParams({ strict: false }) as { readonly name: DraftName }
  const place = usePlace()
  const subject = place ? draftName(place, name) : ''
  const all = useStored('kept', subject, () => keptOf(subject)) ?? []
  const commits = useStored('kept', commitSubject(subject), () => keptOf(commitSubject(subject))) ?? []
  const kept = currentOf(all)
  const pack = place?.pack
  if (!place || !pack) return <p>{text.say('place.unprepared')}</p>
  const back = name === 'open' ? '/place/open' : name === 'form' ? '/place/count' : '/place/close'
  if (!kept)
    return (
      <p>
        {text.say('signing.none')} <Link to={back}>{text.say('signing.fill')}</Link>
      </p>
    )
  const commit = name === 'form' ? currentOf(commits) : undefined
  return (
    <>
      <h1>{text.say(`signing.${name}`)}</h1>
      <Earlier all={all} />
      <Signing place={place} pack={pack} kept={kept} commit={commit} />
      {kept.sent === undefined && (
        <p>
          <Link to={back}>{text.say('signing.correct')}</Link>
        </p>
      )}
    </>
  )
}

interface Signed {
  readonly place: Place
  readonly pack: Pack
  readonly kept: Kept
  readonly commit: Kept | undefined
}

function Signing({ place, pack, kept, commit }: Signed) {
  const text = useText()
  const texts = useMemo(() => payloadCode(kept.payload), [kept.payload])
  const statement = useMemo(() => statementIn(kept.payload), [kept.payload])
  const [refusal, setRefusal] = useState<Refusal>()
  const answers = `answers ${kept.subject}`
  const { statements, latest, refusal: unread, take } = useGathered(answers)
  useEffect(() => {
    const known = [kept, ...(commit ? [commit] : [])]
    for (const { id, signatures } of statements) {
      const about = known.find(one => one.id.startsWith(id))
      // What was wrong with an answer is said when it is scanned, not whenever the page opens again.
      const say = (found: Refusal | undefined) => id === latest && setRefusal(found)
      if (about === undefined) say({ code: 'other-statement-signed', message: '' })
      else void accept(about, signatures, pack).then(say)
    }
  }, [statements, latest, kept, commit, pack])
  const signHere = async () => {
    for (const one of [kept, ...(commit ? [commit] : [])])
      await addSignatures(one.id, [await signWith(place.identity, one.payload)])
  }
  const mine = kept.signatures.some(({ kid }) => kid === place.identity.kid)
  return (
    <>
      <details open={kept.signatures.length === 0}>
        <summary>{text.say('signing.read')}</summary>
        {statement && <StatementView statement={statement} pack={pack} />}
      </details>
      {!mine && (
        <Button className="main" onPress={signHere}>
          {text.say('signing.here')}
        </Button>
      )}
      <h2>{text.say('signing.others')}</h2>
      <p>{text.say('signing.show')}</p>
      <Codes texts={texts} label={text.say('signing.code')} />
      <Scan onText={take} page={answers} />
      <Refused refusal={unread ?? refusal} />
      <Signers pack={pack} kept={kept} statement={statement} />
      <details>
        <summary>{text.say('signing.seed')}</summary>
        <p>{text.say('device.seed.about')}</p>
        <SeedField
          label={text.say('signing.seedSign')}
          onSeed={async seed => setRefusal(await signIssued(seed, kept, commit, pack))}
        />
      </details>
      <Sending pack={pack} kept={kept} commit={commit} />
    </>
  )
}

/** Takes signatures that came back: only those that verify under a key enrolled here. */
async function accept(kept: Kept, signatures: Kept['signatures'], pack: Pack): Promise<Refusal | undefined> {
  const has = new Set(kept.signatures.map(({ kid }) => kid))
  const fresh = signatures.filter(({ kid }) => !has.has(kid))
  const good = await verified(kept.payload, fresh, pack)
  if (good.length > 0) await addSignatures(kept.id, good)
  return good.length < fresh.length ? { code: 'signature-not-taken', message: '' } : undefined
}

/** For someone without a device: a signature by the sealed seed, marked as such. */
async function signIssued(
  seed: Uint8Array,
  kept: Kept,
  commit: Kept | undefined,
  pack: Pack,
): Promise<Refusal | undefined> {
  for (const one of [kept, ...(commit ? [commit] : [])]) {
    const given = await signWithSeed(seed, [one.payload])
    const good = await verified(one.payload, given, pack)
    if (good.length === 0) return { code: 'seed-not-enrolled', message: '' }
    await addSignatures(
      one.id,
      good.map(signature => ({ ...signature, issued: true as const })),
    )
  }
  return undefined
}

/** Everyone who may sign, and who has. */
function Signers({
  pack,
  kept,
  statement,
}: {
  readonly pack: Pack
  readonly kept: Kept
  readonly statement: ReturnType<typeof statementIn>
}) {
  const text = useText()
  const name = usePersonName()
  const given = new Map(kept.signatures.map(one => [one.kid, one]))
  const refused = (statement as StatementNamed<'form'> | undefined)?.people?.filter(
    ({ ink }) => ink === 'refused',
  )
  return (
    <>
      <h3 data-signed={given.size}>
        {text.say('signing.count', {
          signed: text.count(given.size),
          people: text.count(pack.keys.length),
        })}
      </h3>
      <ul className="signers">
        {byRole(pack.keys).map(person => (
          <li key={person.kid} className="line" data-has={given.has(person.kid)}>
            <span>
              {name(person)}
              {person.revoked && <span className="quiet"> · {text.say('signing.revoked')}</span>}
            </span>
            <span className={given.has(person.kid) ? 'has' : 'quiet'}>
              {text.say(
                !given.has(person.kid)
                  ? 'signing.not'
                  : given.get(person.kid)!.issued
                    ? 'signing.issued'
                    : 'signing.has',
              )}
            </span>
          </li>
        ))}
      </ul>
      {refused !== undefined && refused.length > 0 && (
        <p>{text.say('signing.refused', { people: refused.length })}</p>
      )}
    </>
  )
}

/** The end: what is sent now, what is kept until the release, the codes that others can carry, the code for the paper. */
function Sending({ pack, kept, commit }: Omit<Signed, 'place'>) {
  const text = useText()
  const ready = hasForce(kept.signatures, pack)
  const unsent = kept.signatures.length > (kept.sentWith ?? 0)
  const entry = useMemo(() => entryOf(kept), [kept])
  const [refusal, setRefusal] = useState<Refusal>()
  const send = async () => {
    for (const one of [commit, kept]) if (one) setRefusal(await sendKept(one))
  }
  return (
    <section>
      <h2>{text.say('sending.title')}</h2>
      {!ready && <p>{text.say('sending.notYet')}</p>}
      {ready && unsent && (
        <>
          <p>{text.say(commit ? 'sending.form' : 'sending.now')}</p>
          <Button className="main" onPress={send}>
            {text.say(kept.sent === undefined ? 'sending.send' : 'sending.more')}
          </Button>
        </>
      )}
      <Refused refusal={refusal} />
      {kept.sent !== undefined && (
        <p role="status">
          {text.say('sending.kept')} <Link to="/outbox">{text.say('outbox.title')}</Link>
        </p>
      )}
      {commit && ready && (
        <div className="sheet short-code">
          <h3>{text.say('sending.code')}</h3>
          <p className="large" dir="ltr">
            {codeOf(kept.id)}
          </p>
          <p>{text.say('sending.codeAbout')}</p>
          <p>
            <Link to="/place/paper">{text.say('paper.signed')}</Link>
          </p>
        </div>
      )}
      {ready && entry.ok && (
        <details>
          <summary>{text.say('sending.carry')}</summary>
          <p>{text.say('sending.carryAbout')}</p>
          <EntryCodes entry={entry.value} />
        </details>
      )}
    </section>
  )
}

/** Statements that a corrected one has replaced: they stay, with whoever signed them. */
function Earlier({ all }: { readonly all: readonly Kept[] }) {
  const text = useText()
  const earlier = all.filter(({ replaced }) => replaced !== undefined)
  if (earlier.length === 0) return null
  return (
    <details className="sheet">
      <summary>{text.say('signing.earlier', { versions: earlier.length })}</summary>
      <ul>
        {earlier.map(({ id, signatures }) => (
          <li key={id}>
            <code>{codeOf(id)}</code> {text.say('relay.signatures', { signatures: signatures.length })}
          </li>
        ))}
      </ul>
    </details>
  )
}
