import type { HandoverSaid, Overview, StatementLine } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import { sidesIn } from '../../site/sides.ts'
import type { Text } from '../../text/text.ts'
import type { BoxStatements } from '../files/place.ts'
import { Signers } from './statements.tsx'

interface HandoversProps {
  readonly text: Text
  readonly overview: Overview
  readonly about: BoxStatements
  readonly round: number
}

/** Through whose hands the box and its packets went, and whether the seals stayed the same. */
export function Handovers({ text, overview, about, round }: HandoversProps) {
  const lines = about.statements.filter(line => line.round === round && handoverIn(line))
  if (lines.length === 0) return null
  const sideOf = sidesIn(text, overview, [])
  return (
    <>
      <h3>{text.say('handovers')}</h3>
      <Table
        kind="stacked"
        caption={text.say('handovers.caption', { count: lines.length })}
        columns={[
          { title: text.say('handovers.what') },
          { title: text.say('handovers.way') },
          { title: text.say('handovers.seals'), long: true },
          { title: text.say('statement.entry'), numeric: true },
          { title: text.say('statement.by') },
        ]}
        rows={lines.map(line => {
          const said = handoverIn(line)!
          return {
            key: String(line.entry),
            cells: [
              said.packet === null
                ? text.say('handovers.box')
                : text.say('handovers.packet', { packet: said.packet }),
              <bdi key="way">{text.say('handovers.fromTo', { from: said.from, to: said.to })}</bdi>,
              <Seals key="seals" text={text} said={said} />,
              text.count(line.entry),
              <Signers key="by" text={text} sideOf={sideOf} signers={signersOf(about, line)} />,
            ],
          }
        })}
      />
    </>
  )
}

function handoverIn({ kind, says }: StatementLine): HandoverSaid | undefined {
  return kind === 'custody' && says !== null ? (says as HandoverSaid) : undefined
}

/** Both sides sign one statement, mostly in entries of their own. */
function signersOf({ statements, people }: BoxStatements, { entry, by }: StatementLine) {
  const later = statements.filter(({ adds }) => adds === entry).flatMap(line => line.by)
  return [...new Set([...by, ...later])].map(place => people[place]!)
}

function Seals({ text, said }: { readonly text: Text; readonly said: HandoverSaid }) {
  const { seals, missing, strange, explanation } = said
  const differs = missing.length + strange.length > 0
  return (
    <span data-seals={differs ? 'differ' : 'same'}>
      {seals.length === 0 ? text.say('handovers.noSeals') : <bdi className="code">{seals.join(' ')}</bdi>}
      {missing.length > 0 && (
        <>
          <br />
          <strong>{text.say('handovers.missing', { seals: text.list(missing) })}</strong>
        </>
      )}
      {strange.length > 0 && (
        <>
          <br />
          <strong>{text.say('handovers.strange', { seals: text.list(strange) })}</strong>
        </>
      )}
      {explanation !== null && (
        <>
          <br />
          <span className="quiet" dir="auto">
            {explanation}
          </span>
        </>
      )}
    </span>
  )
}
