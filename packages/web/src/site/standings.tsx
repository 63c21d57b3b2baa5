import type { RoundResult } from '@countersign/publication'
import type { Text } from '../text/text.ts'

interface StandingsProps {
  readonly text: Text
  readonly round: RoundResult
  readonly treeSize: number
}

/** Every candidate's votes with the share of both denominators, most votes first. */
export function Standings({ text, round, treeSize }: StandingsProps) {
  const orUnknown = (count: number | null) =>
    count === null ? text.say('figures.unknown') : text.count(count)
  const candidates = [...round.candidates].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="scroll" tabIndex={0}>
      <table>
        <caption>
          {text.say('caption.candidates', {
            valid: orUnknown(round.valid),
            taken: orUnknown(round.taken),
            treeSize: text.count(treeSize),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.say('candidate')}</th>
            <th scope="col" className="number">
              {text.say('votes')}
            </th>
            <th scope="col" className="number">
              {text.say('share.taken')}
            </th>
            <th scope="col" className="number">
              {text.say('share.valid')}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(candidate => (
            <tr key={candidate.id}>
              <th scope="row">
                {text.name(candidate.name)}
                {candidate.ofTaken && <Bar percent={candidate.ofTaken.percent} />}
              </th>
              <td className="number">{orUnknown(candidate.votes)}</td>
              <td className="number">{candidate.ofTaken ? text.percent(candidate.ofTaken.percent) : '–'}</td>
              <td className="number">{candidate.ofValid ? text.percent(candidate.ofValid.percent) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The share of votes taken as a length; the mark is at half. The figure itself stands beside it. */
function Bar({ percent }: { readonly percent: string }) {
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  )
}
