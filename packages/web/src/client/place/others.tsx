import type { Figures } from '@countersign/election'
import type { BoxRound } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import { flat } from '../proof/difference.ts'
import type { NameOf } from './form.tsx'

interface OthersProps {
  readonly text: Text
  readonly of: BoxRound
  readonly nameOf: NameOf
}

/** What was superseded, and what another copy says: beside the figures that count, line by line where they differ. */
export function Others({ text, of, nameOf }: OthersProps) {
  if (of.others.length === 0) return null
  const counted: Figures = of.figures ?? {}
  const all = [counted, ...of.others.map(({ figures }) => figures)].map(flat)
  const names = [...new Set(all.flatMap(figures => Object.keys(figures)))]
  // What a copy leaves out is no difference.
  const differs = (name: string) =>
    new Set(all.map(figures => figures[name]).filter(figure => figure !== undefined)).size > 1
  const shown = (figure: number | undefined) => (figure === undefined ? '–' : text.count(figure))
  const rows = names.filter(name => of.figures === null || differs(name))
  return (
    <>
      <h3>{text.say('others')}</h3>
      <p className="quiet">{text.say(of.figures === null ? 'others.none' : 'others.about')}</p>
      <Table
        caption={text.say('others.caption')}
        columns={[
          { title: text.say('others.line') },
          ...(of.figures === null ? [] : [{ title: text.say('others.counted'), numeric: true }]),
          ...of.others.map(({ kind, entry }) => ({
            title: text.say('others.of', { kind: text.say(`kind.${kind}`), entry: text.count(entry) }),
            numeric: true,
          })),
        ]}
        rows={rows.map(name => ({
          key: name,
          cells: [
            nameOf(name),
            ...all.slice(of.figures === null ? 1 : 0).map(figures => shown(figures[name])),
          ],
        }))}
      />
    </>
  )
}
