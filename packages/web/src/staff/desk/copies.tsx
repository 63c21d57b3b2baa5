import { type Figures, numberAt, type Statement } from '@countersign/election'
import { Table } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import { useFormSections } from '../centre/packets.ts'
import { entryIn } from '../device/entry.ts'
import { useSpoken } from '../shell/text.tsx'
import type { BoxOnRecord } from './held-box.tsx'

/** A statement with figures of the box, as its first entry has it. */
export interface FiguresOnRecord {
  readonly id: string
  readonly kind: string
  readonly index: number
  readonly force: boolean
  readonly statement: Extract<Statement, { readonly figures: Figures }>
  /** Who signed that entry, in a few words. */
  readonly by: readonly { readonly role: string; readonly side: string }[]
}

const withFigures = ['form', 'transcript', 'recount', 'correct']

/** Every copy of the figures that the record has of the box, in the order in which they came. */
export function figuresOn(box: BoxOnRecord): readonly FiguresOnRecord[] {
  const seen = new Set<string>()
  return box.entries.flatMap(({ id, kind, index, entry, force, by }) => {
    if (!withFigures.includes(kind) || seen.has(id)) return []
    seen.add(id)
    const statement = entryIn(entry)?.statement as FiguresOnRecord['statement'] | undefined
    return statement ? [{ id, kind, index, force: force === true, by, statement }] : []
  })
}

/** The copies beside each other, a line of the form in each row; where they differ, the row says so. */
export function Copies({
  copies,
  round,
}: {
  readonly copies: readonly FiguresOnRecord[]
  readonly round: number
}) {
  const { text, language } = useSpoken()
  const lines = (useFormSections(round) ?? []).flatMap(section => section.lines)
  const rows = lines.flatMap(({ path, label, number }) => {
    const figures = copies.map(({ statement }) => numberAt({ figures: statement.figures }, path))
    const given = figures.filter(figure => figure !== undefined)
    if (given.length === 0) return []
    const differs = new Set(given).size > 1
    const name = number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`
    return [
      {
        key: path,
        cells: [
          differs ? (
            <strong key={path} data-differs={path}>
              ≠ {name}
            </strong>
          ) : (
            name
          ),
          ...figures.map(figure => (figure === undefined ? '–' : text.count(figure))),
        ],
      },
    ]
  })
  return (
    <Table
      caption={text.say('copy.caption')}
      columns={[
        { title: text.say('copy.line') },
        ...copies.map(copy => ({ title: nameOf(copy, text), numeric: true })),
      ]}
      rows={rows}
    />
  )
}

/** What a copy is, which entry of the record, and for whom it was signed. */
export function nameOf({ kind, index, force, by, statement }: FiguresOnRecord, text: Text): string {
  const sides = text.list([...new Set(by.map(({ side }) => side))])
  return [
    statement.kind === 'transcript'
      ? `${text.say('copy.transcript')} ${text.say('copy.number', { copy: statement.copy })}`
      : text.say(`copy.${kind}`),
    text.say('copy.entry', { entry: text.count(index) }),
    sides,
    ...(force ? [] : [text.say('copy.noForce')]),
  ].join(' · ')
}
