import { type Refusal, toHex } from '@countersign/election'
import { filingOf } from '@countersign/publication/setup'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { canKeepKeys, makeIdentity } from '../device/identity.ts'
import { sayStatement } from '../device/say.ts'
import { askToStay, setCurrentKid } from '../device/settings.ts'
import { Checked, TextLine } from '../setup/fields.tsx'
import { useCandidacies } from '../shell/candidacies.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'

const identifier = (typed: string) => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(typed) ? typed : undefined)

/** A candidate files on a device of their own: the key that signs is theirs, and enrols their agents. */
export function CandidacyPage() {
  const text = useText()
  const election = useElection()
  const identity = useIdentity()
  const person = usePerson()
  const filed = useCandidacies()?.find(({ candidate }) => candidate === person?.side)
  // The frame says why, and what to do.
  if (!canKeepKeys()) return null
  if (!election?.id) return <p>{text.say('side.candidacy.early')}</p>
  return (
    <>
      <h1>{text.say('side.candidacy')}</h1>
      <p>{text.say('side.candidacy.about')}</p>
      {filed ? (
        <>
          <p role="status" className="sheet" data-filed={filed.candidate}>
            {text.say('side.candidacy.filed', { name: text.name(filed.name) })}{' '}
            {filed.steps
              .map(({ step, ground }) => `${text.say(`side.step.${step}`)}${ground ? `: ${ground}` : ''}`)
              .join(' · ')}
          </p>
          <p>
            <Link to="/people">{text.say('side.candidacy.agents')}</Link>
          </p>
        </>
      ) : identity?.person && identity.person.role !== 'candidate' ? (
        <p>{text.say('side.candidacy.other')}</p>
      ) : (
        <Filing definition={election.id} />
      )}
    </>
  )
}

function Filing({ definition }: { readonly definition: string }) {
  const text = useText()
  const own = useIdentity()
  const [candidate, setCandidate] = useState<string>()
  const [card, setCard] = useState<string>()
  const [name, setName] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const [sent, setSent] = useState(false)
  const setIn = (language: string) => (value: string | undefined) => {
    const { [language]: _, ...rest } = name
    setName(value === undefined ? rest : { ...rest, [language]: value })
  }
  const file = async (event: FormEvent) => {
    event.preventDefault()
    const identity = own ?? (await makeIdentity())
    await setCurrentKid(identity.kid)
    await askToStay()
    const named = Object.fromEntries(
      Object.entries(name).map(([language, says]) => [language, says.normalize('NFC')]),
    )
    const statement = filingOf(definition, {
      candidate: candidate!,
      name: named,
      key: toHex(identity.publicKey),
      card: card!,
    })
    const refused = await sayStatement(identity, statement)
    setRefusal(refused)
    setSent(!refused)
    if (!refused) setTimeout(() => void queries.invalidateQueries({ queryKey: ['session'] }), 1_500)
  }
  const complete = candidate !== undefined && card !== undefined && Object.keys(name).length > 0
  return (
    <form className="sheet" onSubmit={file}>
      <Checked
        label={text.say('side.candidacy.id')}
        value={candidate}
        onChange={setCandidate}
        read={identifier}
        wrong={text.say('setup.card.wrong')}
        note={text.say('side.candidacy.id.about')}
      />
      <TextLine
        label={text.say('side.candidacy.name.en')}
        value={name.en}
        onChange={setIn('en')}
        direction="ltr"
      />
      <TextLine
        label={text.say('side.candidacy.name.fa')}
        value={name.fa}
        onChange={setIn('fa')}
        direction="rtl"
      />
      <Checked
        label={text.say('side.card')}
        value={card}
        onChange={setCard}
        read={identifier}
        wrong={text.say('setup.card.wrong')}
      />
      <Button type="submit" className="main" isDisabled={!complete || sent}>
        {text.say('side.candidacy.file')}
      </Button>
      <p role="status">{sent && text.say('side.candidacy.sent')}</p>
      <Refused refusal={refusal} />
    </form>
  )
}
