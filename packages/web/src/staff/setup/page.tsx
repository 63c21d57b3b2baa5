import { type Found, type SetupDocument, sayProblem } from '@countersign/publication/setup'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useElection } from '../shell/election.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken } from '../shell/text.tsx'
import { change, useDocument } from './document.ts'

/** What a page of the document edits. */
export interface Editing {
  readonly document: SetupDocument
  readonly edit: (changes: Partial<SetupDocument>) => void
  /** The definition is on the record: what it says is fixed. */
  readonly fixed: boolean
}

/** A page that shows or edits the setup document: its title, whether it is saved, the way back. */
export function DocumentPage({
  title,
  children,
}: {
  readonly title: string
  readonly children: (editing: Editing) => ReactNode
}) {
  const { text } = useSpoken()
  const { answer, saving } = useDocument()
  const election = useElection()
  if (answer === undefined || election === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { body, version } = answer.value
  if (body === null) return <p>{text.say('setup.nothing')}</p>
  const edit = (changes: Partial<SetupDocument>) => change(version, { ...body, ...changes })
  return (
    <>
      <h1>{text.say(title)}</h1>
      {election.id !== null && <p className="sheet">{text.say('setup.fixed')}</p>}
      {children({ document: body, edit, fixed: election.id !== null })}
      <p role="status" className="quiet" data-saving={saving.state}>
        {text.say(`setup.saving.${saving.state}`)}
      </p>
      {saving.state === 'beside' && <Refused refusal={saving.refusal} />}
      <p>
        <Link to="/setup">{text.say('setup.back')}</Link>
      </p>
    </>
  )
}

/** What is wrong, with what to do about it: what stops first. */
export function Problems({ found, most = 40 }: { readonly found: readonly Found[]; readonly most?: number }) {
  const { text, language } = useSpoken()
  const said = found.map(each => sayProblem(each, language))
  const stopping = said.filter(({ stops }) => stops)
  const asking = said.filter(({ stops }) => !stops)
  const list = (title: string, problems: typeof said) =>
    problems.length > 0 && (
      <>
        <h3>{text.say(title, { problems: problems.length })}</h3>
        <ul className="problems">
          {problems.slice(0, most).map(({ where, code, message, todo }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew whenever it changes
            <li key={i} data-code={code}>
              <span>{message}</span> <span className="quiet">{todo}</span> <code dir="ltr">{where}</code>
            </li>
          ))}
        </ul>
        {problems.length > most && <p>{text.say('setup.more', { more: problems.length - most })}</p>}
      </>
    )
  return (
    <>
      {list('setup.stops', stopping)}
      {list('setup.asks', asking)}
    </>
  )
}
