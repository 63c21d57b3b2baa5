import type { RoundResult } from '@countersign/publication'
import type { Text } from '../text/text.ts'

interface AreasTableProps {
  readonly text: Text
  readonly round: RoundResult
  readonly treeSize: number
}

/** The areas of the counted level, each with its figures as published. */
export function AreasTable({ text, round, treeSize }: AreasTableProps) {
  const level = text.name(round.areas.level)
  const shown = (count: number | null) => (count === null ? '–' : text.count(count))
  return (
    <>
      <h3>{text.say('areas', { level })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="scroll" tabIndex={0}>
        <table>
          <caption>{text.say('caption.areas', { level, treeSize: text.count(treeSize) })}</caption>
          <thead>
            <tr>
              <th scope="col">{level}</th>
              {round.candidates.map(candidate => (
                <th key={candidate.id} scope="col" className="number">
                  {text.name(candidate.name)}
                </th>
              ))}
              <th scope="col" className="number">
                {text.say('figures.invalid')}
              </th>
              <th scope="col" className="number">
                {text.say('figures.taken')}
              </th>
            </tr>
          </thead>
          <tbody>
            {round.areas.rows.map(area => (
              <tr key={area.id}>
                <th scope="row">{text.name(area.name)}</th>
                {round.candidates.map((candidate, i) => (
                  <td key={candidate.id} className="number">
                    {shown(area.votes[i] ?? null)}
                  </td>
                ))}
                <td className="number">{shown(area.invalid)}</td>
                <td className="number">{shown(area.taken)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
