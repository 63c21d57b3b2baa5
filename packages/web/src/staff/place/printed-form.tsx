import { codeOf } from '@countersign/election'
import { codesOf } from '@countersign/record'
import { useMemo } from 'react'
import { QrCode } from '../codes/qr-code.tsx'
import { statementIn } from '../device/entry.ts'
import { entryOf, type Kept } from '../device/kept.ts'
import { useElection } from '../shell/election.ts'
import { useText } from '../shell/text.tsx'
import { byRole } from './compose.ts'
import type { Pack } from './pack.ts'
import { usePersonName } from './people.tsx'
import { StatementView } from './view.tsx'

/** The signed form on paper, once for each copy: its lines, who signed, and the codes that carry it. */
export function PrintedForm({ kept, pack }: { readonly kept: Kept; readonly pack: Pack }) {
  const text = useText()
  const election = useElection()
  const name = usePersonName()
  const statement = useMemo(() => statementIn(kept.payload), [kept.payload])
  const codes = useMemo(() => {
    const entry = entryOf(kept)
    const texts = entry.ok ? codesOf(entry.value) : entry
    return texts.ok ? texts.value : []
  }, [kept])
  const copies = pack.definition.copies ?? []
  if (!statement) return null
  return (
    <div className="paper">
      {(copies.length > 0 ? copies : [undefined]).map((copy, i) => (
        <article
          key={copy?.number ?? 0}
          data-copy={i + 1}
          data-watermark={election?.rehearsal ? text.say('paper.rehearsal') : undefined}
        >
          <header>
            <strong>{text.name(pack.definition.name)}</strong>
            {election?.rehearsal && <strong> · {text.say('staff.rehearsal')}</strong>}
            <p>
              {text.say('signing.form')} · {text.say('who.box', { place: pack.box.id })}
              {copy &&
                ` · ${text.say('paper.copy', {
                  copy: text.count(i + 1),
                  copies: text.count(copies.length),
                  destination: text.name(copy.name),
                })}`}
            </p>
          </header>
          <StatementView statement={statement} pack={pack} />
          <SignedBy kept={kept} pack={pack} />
          <p>{text.say('paper.ink')}</p>
          <ul className="ink">
            {byRole(pack.keys).map(person => (
              <li key={person.kid}>{name(person)}</li>
            ))}
          </ul>
          <p>
            {text.say('paper.code')} <strong dir="ltr">{codeOf(kept.id)}</strong>
          </p>
          <div className="paper-codes">
            {codes.map((code, part) => (
              <figure key={code}>
                <QrCode of={code} label={text.say('codes.entry')} />
                <figcaption>
                  {text.say('codes.which', { part: text.count(part + 1), of: text.count(codes.length) })}
                </figcaption>
              </figure>
            ))}
          </div>
        </article>
      ))}
    </div>
  )
}

/** Who signed on a device. Ink is written beside, by hand. */
function SignedBy({ kept, pack }: { readonly kept: Kept; readonly pack: Pack }) {
  const text = useText()
  const name = usePersonName()
  const signed = new Set(kept.signatures.map(({ kid }) => kid))
  const people = byRole(pack.keys.filter(({ kid }) => signed.has(kid)))
  return (
    <p>
      {text.say('paper.signedBy', { people: people.length })} {text.list(people.map(person => name(person)))}
    </p>
  )
}
