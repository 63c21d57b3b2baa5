import { answered, server } from '../shell/api.ts'
import { readCount } from '../shell/number.ts'
import { secondsOf } from '../shell/time.ts'
import { changesOf, type Draft, draftOf } from './history.ts'

/** How many have been checked in by a moment, by computer and on paper together. */
export interface Counted {
  /** UTC seconds. */
  readonly at: number
  readonly checkIns: number
}

/** The hourly counts in a draft. A line without its time, or of which no figure can be read, is not there yet. */
export function countsIn(draft: Draft): readonly Counted[] {
  const rows = Number(draft.get('rows')?.value ?? 0)
  return Array.from({ length: rows }, (_, row) => {
    const at = secondsOf(draft.get(`${row}.at`)?.value)
    const figures = ['computer', 'paper'].map(name => readCount(draft.get(`${row}.${name}`)?.value ?? ''))
    const given = figures.flatMap(read => (read.ok && read.value !== undefined ? [read.value] : []))
    if (at === undefined || given.length === 0 || figures.some(({ ok }) => !ok)) return undefined
    return { at, checkIns: given.reduce((sum, figure) => sum + figure, 0) }
  }).filter(one => one !== undefined)
}

/** Tells the server a box's counts, all of them, for the sum of its region. Gives whether it was heard. */
export async function tellCounts(draft: string, round: number, box: string): Promise<boolean> {
  const counts = [...countsIn(draftOf(await changesOf(draft)))]
  const answer = await answered(
    server.PUT('/places/{box}/counts', { params: { path: { box } }, body: { round, counts } }),
  )
  return answer.ok
}
