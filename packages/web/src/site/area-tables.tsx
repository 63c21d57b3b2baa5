import { percent } from '@countersign/election'
import type { AreaFigures, AreaRow, RoundResult } from '@countersign/publication'
import { type Cell, Table } from '../layout/table.tsx'
import { pointsBetween } from '../text/points.ts'
import type { Text } from '../text/text.ts'
import { totalName } from './figures.tsx'
import type { Links } from './links.ts'
import { figuresIn } from './rounds.ts'

interface AreaTableProps {
  readonly text: Text
  readonly round: RoundResult
  readonly rows: readonly AreaRow[]
  readonly links: Links
  readonly treeSize: number
}

/** Areas with their figures in one round. */
export function AreaVotes({ text, round, rows, links, treeSize }: AreaTableProps) {
  const caption = text.say('caption.areas', {
    total: totalName(text, round.total),
    round: round.round,
    treeSize: text.count(treeSize),
  })
  const count = (number: number | null | undefined): Cell =>
    number == null ? '–' : { shown: text.count(number), value: number }
  const columns = [
    { title: text.say('area') },
    ...round.candidates.map(({ name }) => ({ title: text.name(name), numeric: true })),
    ...['valid', 'invalid', 'taken', 'eligible'].map(of => ({
      title: text.say(`figures.${of}`),
      numeric: true,
    })),
    { title: text.say('turnout.taken'), numeric: true },
  ]
  return (
    <Table
      sortable
      caption={caption}
      columns={columns}
      rows={rows.map(({ id, name, rounds }) => {
        const figures = figuresIn(rounds, round)
        return {
          key: id,
          cells: [
            <a key="area" href={links.area(id)}>
              {text.name(name)}
            </a>,
            ...round.candidates.map((_, i) => count(figures?.votes[i])),
            count(figures?.valid),
            count(figures?.invalid),
            count(figures?.taken),
            count(figures?.eligible),
            turnout(text, figures),
          ],
        }
      })}
    />
  )
}

function turnout(text: Text, figures: AreaFigures | undefined): Cell {
  const { taken, eligible } = figures ?? { taken: null, eligible: null }
  if (taken === null || !eligible) return '–'
  const share = percent(taken, eligible)
  return { shown: text.percent(share), value: Number(share) }
}

interface SharesProps extends AreaTableProps {
  /** What the areas are compared with, and its name. */
  readonly whole: AreaFigures | undefined
  readonly wholeName: string
}

/** Areas with each candidate's share of votes taken, and how far that is from the whole's. */
export function AreaShares({ text, round, rows, links, treeSize, whole, wholeName }: SharesProps) {
  const caption = text.say('caption.shares', {
    round: round.round,
    whole: wholeName,
    treeSize: text.count(treeSize),
  })
  return (
    <Table
      sortable
      caption={caption}
      columns={[
        { title: text.say('area') },
        ...round.candidates.flatMap(({ name }) => [
          { title: text.name(name), numeric: true },
          { title: text.say('difference'), numeric: true },
        ]),
      ]}
      rows={rows.map(({ id, name, rounds }) => ({
        key: id,
        cells: [
          <a key="area" href={links.area(id)}>
            {text.name(name)}
          </a>,
          ...round.candidates.flatMap((_, i) => shareCells(text, i, figuresIn(rounds, round), whole)),
        ],
      }))}
    />
  )
}

/** A share of votes taken, and its difference from the same share of the whole. */
function shareCells(
  text: Text,
  i: number,
  figures: AreaFigures | undefined,
  whole: AreaFigures | undefined,
): readonly Cell[] {
  const votes = figures?.votes[i] ?? null
  const taken = figures?.taken ?? null
  if (votes === null || !taken) return ['–', '–']
  const share = percent(votes, taken)
  const points = pointsBetween(
    { votes, of: taken },
    { votes: whole?.votes[i] ?? null, of: whole?.taken ?? null },
  )
  return [
    { shown: text.percent(share), value: Number(share) },
    points === null ? '–' : { shown: text.points(points), value: Number(points) },
  ]
}
