import { type Figures, numberAt, type Statement } from '@countersign/election'
import { Table } from '../../layout/table.tsx'
import { useFormSections } from '../centre/packets.ts'
import { entryIn } from '../device/entry.ts'
import { useSideName } from '../shell/side-name.ts'
import { useSpoken, useText } from '../shell/text.tsx'
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

interface Beside {
  readonly copies: readonly FiguresOnRecord[]
  readonly round: number
}

/** The copies beside each other: first where they differ, then every line of the form. */
export function Copies({ copies, round }: Beside) {
  const text = useText()
  const lines = useLines(copies, round)
  const nameOf = useCopyName()
  const differing = lines.filter(({ differs }) => differs)
  const all = <Lines caption={text.say('copy.caption')} copies={copies} lines={lines} />
  if (copies.length < 2) return all
  return (
    <section>
      <h2>{text.say('copy.title')}</h2>
      <ul>
        {copies.map(copy => (
          <li key={copy.id}>{nameOf(copy)}</li>
        ))}
      </ul>
      {differing.length === 0 ? (
        <p>{text.say('copy.same')}</p>
      ) : (
        <Lines caption={text.say('compare.where')} copies={copies} lines={differing} />
      )}
      <details>
        <summary>{text.say('copy.all')}</summary>
        {all}
      </details>
    </section>
  )
}

interface Line {
  readonly path: string
  readonly name: string
  readonly figures: readonly (number | undefined)[]
  readonly differs: boolean
}

/** The lines of the form that some copy gives. */
function useLines(copies: readonly FiguresOnRecord[], round: number): readonly Line[] {
  const { text, language } = useSpoken()
  const lines = (useFormSections(round) ?? []).flatMap(section => section.lines)
  return lines.flatMap(({ path, label, number }) => {
    const figures = copies.map(({ statement }) => numberAt({ figures: statement.figures }, path))
    const given = new Set(figures.filter(figure => figure !== undefined))
    const name = number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`
    return given.size === 0 ? [] : [{ path, name, figures, differs: given.size > 1 }]
  })
}

interface LinesShown {
  readonly caption: string
  readonly copies: readonly FiguresOnRecord[]
  readonly lines: readonly Line[]
}

function Lines({ caption, copies, lines }: LinesShown) {
  const text = useText()
  return (
    <Table
      caption={caption}
      columns={[
        { title: text.say('copy.line') },
        ...copies.map(({ index }) => ({
          title: text.say('copy.entry', { entry: text.count(index) }),
          numeric: true,
        })),
      ]}
      rows={lines.map(({ path, name, figures, differs }) => ({
        key: path,
        cells: [
          differs ? (
            <strong key={path} data-differs={path}>
              {name}
            </strong>
          ) : (
            name
          ),
          ...figures.map(figure => (figure === undefined ? '–' : text.count(figure))),
        ],
      }))}
    />
  )
}

/** What a copy is, which entry of the record, and for whom it was signed. */
export function useCopyName(): (copy: FiguresOnRecord) => string {
  const text = useText()
  const sideName = useSideName()
  return ({ kind, index, force, by, statement }) =>
    [
      statement.kind === 'transcript'
        ? `${text.say('copy.transcript')} ${text.say('copy.number', { copy: statement.copy })}`
        : text.say(`copy.${kind}`),
      text.say('copy.entry', { entry: text.count(index) }),
      text.list([...new Set(by.map(({ side }) => side))].map(sideName)),
      ...(force ? [] : [text.say('copy.noForce')]),
    ].join(' · ')
}
