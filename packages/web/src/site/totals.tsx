import { type BoxState, life } from '@countersign/election'
import type { RoundResult } from '@countersign/publication'
import type { ReactNode } from 'react'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import { countOr, totalName } from './figures.tsx'
import { outcomeInShort } from './outcome.ts'

interface TotalsProps {
  readonly text: Text
  readonly round: RoundResult
  readonly treeSize: number
}

/** The totals of a live round beside each other: preliminary, without what is disputed, reconciled. */
export function Totals({ text, round, treeSize }: TotalsProps) {
  const { totals, candidates } = round
  const row = (key: string, name: string, of: (total: RoundResult['totals'][number]) => ReactNode) => ({
    key,
    cells: [name, ...totals.map(of)],
  })
  return (
    <>
      <h3>{text.say('totals')}</h3>
      <p>{text.say('totals.lead')}</p>
      <Table
        caption={text.say('caption.totals', { treeSize: text.count(treeSize) })}
        columns={[
          { title: text.say('figures') },
          ...totals.map(({ total }) => ({ title: totalName(text, total), numeric: true })),
        ]}
        rows={[
          ...candidates.map(({ id, name }, i) =>
            row(id, text.name(name), ({ votes }) => countOr(text, votes[i] ?? null)),
          ),
          row('/valid', text.say('figures.valid'), ({ valid }) => countOr(text, valid)),
          row('/invalid', text.say('figures.invalid'), ({ invalid }) => countOr(text, invalid)),
          row('/taken', text.say('figures.taken'), ({ taken }) => countOr(text, taken)),
          row('/boxes', text.say('totals.boxes'), ({ total, states }) => text.count(boxesIn(total, states))),
          row('/outcome', text.say('outcome'), ({ outcome }) => (
            <span className="words">{outcomeInShort(text, round, outcome)}</span>
          )),
        ]}
      />
    </>
  )
}

/** How many boxes a total is of: those in a state that is counted in it. */
function boxesIn(total: RoundResult['total'], states: RoundResult['boxes']): number {
  const counted = Object.entries(states).filter(([state]) => {
    const totals: readonly string[] = life[state as BoxState]?.in ?? []
    return totals.includes(total)
  })
  return counted.reduce((sum, [, boxes]) => sum + boxes, 0)
}

/** How many boxes are in which state, and what the state means. */
export function States({ text, states }: { readonly text: Text; readonly states: RoundResult['boxes'] }) {
  const known = Object.entries(states)
  if (known.length === 0) return null
  return (
    <>
      <h3>{text.say('states')}</h3>
      <Table
        kind="stacked"
        caption={text.say('caption.states')}
        columns={[
          { title: text.say('state') },
          { title: text.say('boxes'), numeric: true },
          { title: text.say('state.means'), long: true },
        ]}
        rows={known.map(([state, boxes]) => ({
          key: state,
          cells: [text.say(`state.${state}`), text.count(boxes), text.say(`state.${state}.means`)],
        }))}
      />
    </>
  )
}
