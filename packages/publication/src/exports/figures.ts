import { type Definition, type Figures, kinds, type SingleFigure } from '@countersign/election'
import type { Round } from '../derived/round.ts'
import type { Column } from './table.ts'

/** The columns of a form's or row's figures as printed: single ones, grounds, then votes. */
export function figureColumns<Row>(
  { invalidGrounds = [], notTakenGrounds = [] }: Definition,
  { ballot }: Round,
  figuresOf: (row: Row) => Figures | null,
): readonly Column<Row>[] {
  const column = (name: string, says: string, of: (figures: Figures) => number | undefined): Column<Row> => ({
    name,
    type: 'count',
    says,
    of: row => {
      const figures = figuresOf(row)
      return figures === null ? null : (of(figures) ?? null)
    },
  })
  return [
    ...singles.map(({ name, says }) => column(snake(name), says, figures => figures[name])),
    ...invalidGrounds.map(({ number, id }) =>
      column(`invalid_${id}`, `invalid ballots: ${id}`, figures => figures.invalidBy?.[number]),
    ),
    ...notTakenGrounds.map(({ number, id }) =>
      column(`not_taken_${id}`, `ballots not taken: ${id}`, figures => figures.notTakenBy?.[number]),
    ),
    ...ballot.statement.candidates.map(({ number, id, name }) =>
      column(`votes_${id}`, `votes for ${name.en ?? id}`, figures => figures.votes?.[number]),
    ),
  ]
}

/** The figures that are one number, from the statement's own table of fields. */
const singles = singleFigures()

function singleFigures(): readonly { readonly name: SingleFigure; readonly says: string }[] {
  const parts = Object.values(kinds).find(({ name }) => name === 'import')!.fields.figures!.type.parts!
  return Object.entries(parts)
    .filter(([, { type }]) => type.words === 'figure')
    .map(([name, { says }]) => ({ name: name as SingleFigure, says }))
}

/** `checkInsOnPaper` as tables name it: `check_ins_on_paper`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
