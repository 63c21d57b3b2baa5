import type { Overview, PublishedRow } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'

interface PublishedRowsProps {
  readonly text: Text
  readonly overview: Overview
  readonly rows: readonly PublishedRow[]
}

type Printed = Readonly<Record<string, number | Readonly<Record<string, number>> | undefined>>

/** Rows of published tables as they were printed: a figure that is not there was not printed. */
export function PublishedRows({ text, overview, rows }: PublishedRowsProps) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="published">
      <h2 id="published">{text.say('published')}</h2>
      <p>{text.say('published.lead')}</p>
      {rows.map(row => (
        <Table
          key={row.entry}
          caption={text.say('caption.published', {
            round: row.round,
            entry: text.count(row.entry),
            status: text.say(`state.${row.status}`),
          })}
          columns={[{ title: text.say('figures') }, { title: text.say('published.printed'), numeric: true }]}
          rows={printedIn(text, overview, row).map(([name, figure]) => ({
            key: name,
            cells: [name, text.count(figure)],
          }))}
        />
      ))}
      {rows.flatMap(({ entry, note }) =>
        note === null
          ? []
          : [
              <p key={entry} className="quiet">
                {text.say('note')} <span dir="auto">{note}</span>
              </p>,
            ],
      )}
    </section>
  )
}

/** The figures of a row by name, in the order of a form. */
function printedIn(text: Text, overview: Overview, { figures, round, boxes }: PublishedRow) {
  const { votes = {}, ...others } = figures as Printed
  const candidates = overview.rounds.find(result => result.round === round)?.candidates ?? []
  const singles = Object.entries(others).filter(
    (pair): pair is [string, number] => typeof pair[1] === 'number',
  )
  return [
    ...(boxes === null ? [] : [[text.say('boxes'), boxes] as const]),
    ...singles.map(([name, figure]) => [text.say(`figures.${name}`), figure] as const),
    ...candidates.flatMap(({ number, name }) => {
      const count = (votes as Readonly<Record<string, number>>)[number]
      return count === undefined ? [] : [[text.name(name), count] as const]
    }),
  ]
}
