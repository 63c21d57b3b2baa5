import { documentProblemsOf, type SetupBody } from '@countersign/publication/setup'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Scan } from '../codes/scan.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import { Checked, TextLine } from './fields.tsx'
import { DocumentPage, type Editing, Problems } from './page.tsx'
import { keyIn } from './public-key.ts'

/** The bodies of the election, each with the public key that its own device has made. */
export function BodiesPage() {
  const text = useText()
  return (
    <DocumentPage title="setup.bodies">
      {editing => (
        <>
          <p>{text.say('setup.bodies.about')}</p>
          {editing.document.bodies.map((body, i) => (
            <Body key={body.id} {...editing} body={body} at={i} />
          ))}
          <Problems
            found={documentProblemsOf(editing.document).filter(({ where }) => where.startsWith('bodies'))}
          />
        </>
      )}
    </DocumentPage>
  )
}

function Body({
  document,
  edit,
  fixed,
  body,
  at,
}: Editing & { readonly body: SetupBody; readonly at: number }) {
  const { text } = useSpoken()
  const set = (changes: Partial<SetupBody>) =>
    edit({ bodies: document.bodies.map((each, i) => (i === at ? { ...each, ...changes } : each)) })
  const setKey = (i: number, changes: Partial<SetupBody['keys'][number]>) =>
    set({ keys: body.keys.map((key, j) => (i === j ? { ...key, ...changes } : key)) })
  return (
    <fieldset data-body={body.id}>
      <legend>
        {text.name(body.name)} · {text.say(`setup.role.${body.role}`)}
      </legend>
      <p className="quiet">{text.say(`setup.role.${body.role}.about`)}</p>
      {(['en', 'fa'] as const).map(language => (
        <TextLine
          key={language}
          label={text.say(`setup.body.${language}`)}
          value={body.name[language]}
          onChange={value => value && set({ name: { ...body.name, [language]: value.normalize('NFC') } })}
          disabled={fixed}
          direction={language === 'fa' ? 'rtl' : 'ltr'}
        />
      ))}
      {body.role === 'operator' ? (
        <p>{text.say('setup.operator')}</p>
      ) : (
        body.keys.map(({ key, card }, i) => (
          <Key
            // biome-ignore lint/suspicious/noArrayIndexKey: a key has no other name before it is known
            key={i}
            publicKey={key}
            card={card}
            fixed={fixed}
            onKey={next => next && setKey(i, { key: next })}
            onCard={next => next && setKey(i, { card: next })}
          />
        ))
      )}
      {!fixed && body.role !== 'operator' && (
        <Button onPress={() => set({ keys: [...body.keys, { card: String(body.keys.length + 1) }] })}>
          {text.say('setup.key.add')}
        </Button>
      )}
    </fieldset>
  )
}

function Key({
  publicKey,
  card,
  fixed,
  onKey,
  onCard,
}: {
  readonly publicKey: string | undefined
  readonly card: string
  readonly fixed: boolean
  readonly onKey: (key: string | undefined) => void
  readonly onCard: (card: string | undefined) => void
}) {
  const text = useText()
  const [scanning, setScanning] = useState(false)
  const scanned = (code: string) => {
    const key = keyIn(code)
    if (key === undefined) return
    setScanning(false)
    onKey(key)
  }
  return (
    <>
      <Checked
        label={text.say('setup.key', { card })}
        value={publicKey}
        onChange={onKey}
        read={keyIn}
        wrong={text.say('setup.key.wrong')}
        note={text.say('setup.key.note')}
        disabled={fixed}
      />
      <Checked
        label={text.say('setup.card')}
        value={card}
        onChange={onCard}
        read={typed => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(typed) ? typed : undefined)}
        wrong={text.say('setup.card.wrong')}
        disabled={fixed}
      />
      {!fixed && <Button onPress={() => setScanning(!scanning)}>{text.say('setup.key.scan')}</Button>}
      {scanning && <Scan onText={scanned} />}
    </>
  )
}
