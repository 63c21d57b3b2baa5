import type { RoundResult } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import { countOr, totalName } from './figures.tsx'
import { decidingShare, mostVotesFirst } from './rounds.ts'

interface StandingsProps {
  readonly text: Text
  readonly round: RoundResult
  readonly treeSize: number
}

/** Every candidate's votes with the share of both denominators, most votes first. */
export function Standings({ text, round, treeSize }: StandingsProps) {
  const caption = text.say('caption.candidates', {
    total: totalName(text, round.total),
    valid: countOr(text, round.valid),
    taken: countOr(text, round.taken),
    treeSize: text.count(treeSize),
  })
  const columns = [
    { title: text.say('candidate') },
    { title: text.say('votes'), numeric: true },
    { title: text.say('share.taken'), numeric: true },
    { title: text.say('share.valid'), numeric: true },
  ]
  const rows = mostVotesFirst(round.candidates).map(candidate => {
    const { id, name, votes, withdrawn, ofTaken, ofValid } = candidate
    const deciding = decidingShare(round, candidate)
    return {
      key: id,
      cells: [
        <>
          {text.name(name)}
          {withdrawn && ` (${text.say('candidate.withdrawn')})`}
          {deciding && <Bar percent={deciding.percent} />}
        </>,
        countOr(text, votes),
        ofTaken ? text.percent(ofTaken.percent) : '–',
        ofValid ? text.percent(ofValid.percent) : '–',
      ],
    }
  })
  return <Table kind="standings" caption={caption} columns={columns} rows={rows} />
}

/** The share by which the round is decided as a length; the mark is at half. The figure itself stands beside it. */
function Bar({ percent }: { readonly percent: string }) {
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  )
}
