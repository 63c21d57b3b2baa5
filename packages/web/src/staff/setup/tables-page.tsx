import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { putTable } from '../shell/api.ts'
import { useElection } from '../shell/election.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { askAgain } from './document.ts'
import { Problems } from './page.tsx'
import { tables, useTables, useWhole } from './whole.ts'

/** The tables of places, areas and candidates: what is in them, and what is wrong with them. */
export function TablesPage() {
  const text = useText()
  const texts = useTables()
  const whole = useWhole()
  const election = useElection()
  const counts = whole && {
    places: whole.setup.boxes.length,
    areas: whole.setup.areas.length,
    candidates: whole.setup.candidates.length,
  }
  const found = whole?.found.filter(({ where }) =>
    tables.some(table => where === table || where.startsWith(`${table}:`)),
  )
  return (
    <>
      <h1>{text.say('setup.tables')}</h1>
      <p>{text.say('setup.tables.about')}</p>
      {tables.map(table => (
        <section key={table} className="sheet" data-table={table}>
          <h2>{text.say(`setup.table.${table}`)}</h2>
          <p className="quiet">{text.say(`setup.table.${table}.about`)}</p>
          <p>
            <strong>
              {texts?.[table] === undefined && table !== 'areas'
                ? text.say('setup.table.none')
                : text.say(`setup.table.${table}.count`, { count: counts?.[table] ?? 0 })}
            </strong>
          </p>
          {election && <Upload table={table} />}
        </section>
      ))}
      {found === undefined ? (
        <p role="status">{texts && text.say('setup.reading')}</p>
      ) : (
        <Problems found={found} />
      )}
      <p>
        <Link to="/setup">{text.say('setup.back')}</Link>
      </p>
    </>
  )
}

function Upload({ table }: { readonly table: (typeof tables)[number] }) {
  const text = useText()
  const [refusal, setRefusal] = useState<Refusal>()
  const [done, setDone] = useState(false)
  const upload = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    setDone(false)
    const answer = await putTable(`setup/tables/${table}`, await file.text())
    setRefusal(answer.ok ? undefined : answer.refusal)
    setDone(answer.ok)
    if (answer.ok) askAgain()
  }
  return (
    <>
      <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={upload}>
        <Button>{text.say('setup.table.choose')}</Button>
      </FileTrigger>
      <p role="status">{done && text.say('setup.table.taken')}</p>
      <Refused refusal={refusal} />
    </>
  )
}
