import type { DeliverySaid, MergerSaid, Overview, Signer, StatementLine } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import { sidesIn } from '../../site/sides.ts'
import type { Text } from '../../text/text.ts'
import type { BoxStatements } from '../files/place.ts'

interface StatementsProps {
  readonly text: Text
  readonly overview: Overview
  readonly about: BoxStatements
  readonly round: number
}

/** Every entry about a box in one round, in the order of the record. */
export function Statements({ text, overview, about, round }: StatementsProps) {
  const lines = about.statements.filter(line => line.round === round)
  const sideOf = sidesIn(text, overview, [])
  return (
    <Table
      kind="stacked"
      caption={text.say('caption.statements', { count: lines.length })}
      columns={[
        { title: text.say('statement') },
        { title: text.say('statement.entry'), numeric: true },
        { title: text.say('statement.by') },
        { title: text.say('statement.at') },
      ]}
      rows={lines.map(line => ({
        key: String(line.entry),
        cells: [
          <Said key="said" text={text} line={line} />,
          text.count(line.entry),
          <Signers
            key="by"
            text={text}
            sideOf={sideOf}
            signers={line.by.map(place => about.people[place]!)}
          />,
          line.at === null ? text.say('statement.noTime') : text.moment(line.at),
        ],
      }))}
    />
  )
}

/** What sort of statement it is, and what it says in words. */
function Said({ text, line }: { readonly text: Text; readonly line: StatementLine }) {
  const { decision, words } = line
  return (
    <>
      {kindInWords(text, line)}
      {decision !== null && <>: {wordFor(text, 'decision.ruling', decision)}</>}
      <More text={text} line={line} />
      {words !== null && (
        <>
          <br />
          <span className="quiet" dir="auto">
            {words}
          </span>
        </>
      )}
    </>
  )
}

/** What changed in what the box holds before it was counted. */
function More({ text, line: { kind, says } }: { readonly text: Text; readonly line: StatementLine }) {
  if (says === null) return null
  if (kind === 'supply')
    return <>: {text.say('statement.supply', { ballots: text.count((says as DeliverySaid).ballots) })}</>
  if (kind !== 'merge') return null
  const { into, merged } = says as MergerSaid
  return <>: {text.say('statement.merge', { into, merged: text.list([...merged]) })}</>
}

function kindInWords(text: Text, { kind, adds }: StatementLine): string {
  const word = wordFor(text, 'kind', kind)
  return adds === null ? word : text.say('statement.adds', { kind: word, entry: text.count(adds) })
}

interface SignersProps {
  readonly text: Text
  readonly signers: readonly Signer[]
  /** The name of a side, by its ID. */
  readonly sideOf?: (side: string) => string
}

/** Who signed: how many of each role and side, and each by card and key. */
export function Signers({ text, signers, sideOf = side => side }: SignersProps) {
  const sorted = [...signers].sort((a, b) => rank(a) - rank(b) || (a.side < b.side ? -1 : 1))
  const alike = Map.groupBy(sorted, ({ role, side }) => `${role} ${side}`)
  const inWords = [...alike.values()].map(some => {
    const { role, side } = some[0]!
    return text.say('signers.of', {
      count: some.length,
      role: wordFor(text, 'role', role),
      side: sideOf(side),
    })
  })
  return (
    <details>
      <summary>{text.list(inWords)}</summary>
      <ul>
        {sorted.map(({ kid, role, side, card }) => (
          <li key={kid}>
            {text.say('signer', {
              role: wordFor(text, 'role', role),
              side: sideOf(side),
              card,
            })}{' '}
            <span className="quiet">
              {text.say('signer.key')} <span className="code">{kid}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who answers for a box first. */
const ranks = ['leader', 'official', 'police', 'supervisor', 'agent', 'clerk', 'centreHead']

function rank({ role }: Signer): number {
  const at = ranks.indexOf(role)
  return at < 0 ? ranks.length : at
}

/** The word of a table (`kind.form`, `role.leader`), else the word of the record itself. */
function wordFor(text: Text, table: string, word: string): string {
  return text.knows(`${table}.${word}`) ? text.say(`${table}.${word}`) : word
}
