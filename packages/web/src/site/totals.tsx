import type { RoundResult } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import { formsInWords } from './evidence.tsx'
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
  const row = (key: string, name: string, of: (total: RoundResult['totals'][number]) => string) => ({
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
          row('/forms', text.say('totals.forms'), ({ evidence }) => formsInWords(text, evidence)),
          row('/outcome', text.say('outcome'), ({ outcome }) => outcomeInShort(text, round, outcome)),
        ]}
      />
    </>
  )
}

/** How many boxes are in which state, and what the state means. */
export function States({ text, states }: { readonly text: Text; readonly states: RoundResult['boxes'] }) {
  const known = Object.entries(states)
  if (known.length === 0) return null
  return (
    <>
      <h3>{text.say('states')}</h3>
      <Table
        caption={text.say('caption.states')}
        columns={[
          { title: text.say('state') },
          { title: text.say('boxes'), numeric: true },
          { title: text.say('state.means') },
        ]}
        rows={known.map(([state, boxes]) => ({
          key: state,
          cells: [text.say(`state.${state}`), text.count(boxes), text.say(`state.${state}.means`)],
        }))}
      />
    </>
  )
}
