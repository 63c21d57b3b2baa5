import { Link } from '@tanstack/react-router'
import { entryIn } from '../device/entry.ts'
import { useText } from '../shell/text.tsx'
import type { FiguresOnRecord } from './copies.tsx'
import type { BoxOnRecord } from './held-box.tsx'

interface Ordered {
  readonly box: BoxOnRecord
  readonly copies: readonly FiguresOnRecord[]
}

/** The way to the new figures of a box whose recount or correction a ruling has ordered, until they are recorded. */
export function OrderedFigures({ box, copies }: Ordered) {
  const text = useText()
  const order = openOrder(box, copies)
  if (order === undefined) return null
  return (
    <p className="sheet" data-ordered={order}>
      {text.say(`ordered.${order}`)} <Link to="/acts/figures">{text.say('ordered.record')}</Link>
    </p>
  )
}

/** What the last ruling with force orders, unless its figures are there. */
function openOrder(box: BoxOnRecord, copies: readonly FiguresOnRecord[]): 'recount' | 'correct' | undefined {
  const rulings = box.entries.flatMap(({ id, entry, force }) => {
    const statement = entryIn(entry)?.statement
    return statement?.kind === 'ruling' && force === true ? [{ id, decision: statement.decision }] : []
  })
  const last = rulings.at(-1)
  if (last?.decision !== 'recount' && last?.decision !== 'correct') return undefined
  return copies.some(({ statement: of }) => 'ruling' in of && of.ruling === last.id)
    ? undefined
    : last.decision
}
