import { shareOf } from '@countersign/election'
import type { Overview, RoundResult } from '@countersign/publication'
import type { ReactNode } from 'react'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import { countOr } from './figures.tsx'
import { outcomeInShort } from './outcome.ts'

/** The rounds of an election side by side. */
export function RoundsCompared({ text, overview }: { readonly text: Text; readonly overview: Overview }) {
  const rounds = [...overview.rounds].sort((a, b) => a.round - b.round)
  if (rounds.length < 2) return null
  const row = (key: string, name: string, of: (round: RoundResult) => ReactNode) => ({
    key,
    cells: [name, ...rounds.map(of)],
  })
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{text.say('rounds')}</h2>
      <Table
        kind="rounds"
        caption={text.say('caption.rounds', { treeSize: text.count(overview.treeSize) })}
        columns={[
          { title: text.say('figures') },
          ...rounds.map(({ round }) => ({ title: text.say('round', { round }), numeric: true })),
        ]}
        rows={[
          row('date', text.say('date'), ({ date }) => text.day(date)),
          ...namesIn(rounds).map(([id, name]) =>
            row(`candidate ${id}`, text.name(name), round => votesOf(text, round, id)),
          ),
          row('valid', text.say('figures.valid'), ({ valid }) => countOr(text, valid)),
          row('invalid', text.say('figures.invalid'), ({ invalid }) => countOr(text, invalid)),
          row('taken', text.say('figures.taken'), ({ taken }) => countOr(text, taken)),
          row('issued', text.say('figures.issued'), ({ issued }) => countOr(text, issued)),
          row('eligible', text.say('figures.eligible'), ({ eligible }) => countOr(text, eligible)),
          row('turnout', text.say('turnout.taken'), ({ taken, eligible }) => {
            const share = shareOf(taken, eligible)
            return share ? text.percent(share.percent) : '–'
          }),
          row('outcome', text.say('outcome'), round => (
            <span className="words">{outcomeInShort(text, round, round.outcome)}</span>
          )),
        ]}
      />
    </section>
  )
}

/** Everyone who stood in any round, in the order of the ballots. */
function namesIn(rounds: readonly RoundResult[]) {
  return [
    ...new Map(rounds.flatMap(({ candidates }) => candidates.map(({ id, name }) => [id, name] as const))),
  ]
}

function votesOf(text: Text, { candidates }: RoundResult, id: string): string {
  const candidate = candidates.find(candidate => candidate.id === id)
  if (!candidate) return text.say('candidate.notOnBallot')
  const votes = countOr(text, candidate.votes)
  if (!candidate.ofTaken) return votes
  return text.say('votes.share', { votes, share: text.percent(candidate.ofTaken.percent) })
}
