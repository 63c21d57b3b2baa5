import type { CourseStep, Overview, PublishedPoll } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import { countOr } from '../figures.tsx'

type Poll = PublishedPoll & Pick<CourseStep, 'entry' | 'round'>

interface PollsProps {
  readonly text: Text
  readonly overview: Overview
  readonly polls: readonly Poll[]
}

/** Published polls, each beside the result of its round. */
export function Polls({ text, overview, polls }: PollsProps) {
  if (polls.length === 0) return null
  return (
    <section aria-labelledby="polls">
      <h2 id="polls">{text.say('polls')}</h2>
      <p>{text.say('polls.lead')}</p>
      {polls.map(poll => (
        <PollTable key={poll.entry} text={text} overview={overview} poll={poll} />
      ))}
    </section>
  )
}

function PollTable({ text, overview, poll }: Omit<PollsProps, 'polls'> & { readonly poll: Poll }) {
  const { pollster, from, to, sample, of, answers, source } = poll
  const round = overview.rounds.find(round => round.round === poll.round)
  const resultOf = (candidate: string | null) => {
    const share = round?.candidates.find(({ id }) => id === candidate)?.ofValid
    return share ? text.percent(share.percent) : '–'
  }
  return (
    <>
      <h3>
        {text.say('poll.title', {
          pollster: text.name(pollster),
          from: text.day(from),
          to: text.day(to),
        })}
      </h3>
      <p className="quiet">
        {sample !== null && text.say('poll.asked', { sample })} {of !== null && text.say('poll.of', { of })}{' '}
        {source !== null && <span dir="auto">{source}</span>}
      </p>
      <Table
        caption={text.say('caption.poll', {
          pollster: text.name(pollster),
          round: text.count(poll.round),
          valid: countOr(text, round?.valid ?? null),
          treeSize: text.count(overview.treeSize),
        })}
        columns={[
          { title: text.say('poll.answer') },
          { title: text.say('poll.share'), numeric: true },
          { title: text.say('poll.result'), numeric: true },
        ]}
        rows={answers.map(({ candidate, name, perTenThousand }, i) => ({
          key: String(i),
          cells: [text.name(name), text.percent(hundredths(perTenThousand)), resultOf(candidate)],
        }))}
      />
    </>
  )
}

/** 3450 of ten thousand as "34.50". */
function hundredths(perTenThousand: number): string {
  return `${Math.floor(perTenThousand / 100)}.${String(perTenThousand % 100).padStart(2, '0')}`
}
