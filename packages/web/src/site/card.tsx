import { isRehearsal } from '@countersign/election'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Text } from '../text/text.ts'
import { countOr } from './figures.tsx'
import { outcomeInShort } from './outcome.ts'
import type { Published } from './published.ts'
import { decidingOf, decidingShare, latestFirst, mostVotesFirst } from './rounds.ts'

const [width, height, inset] = [1200, 630, 72]
const inner = width - 2 * inset
const mostCandidates = 4

/** The picture that stands for an election where a link to it is pasted: the same figures as the page, as SVG. */
export function cardOf(text: Text, { overview }: Published): string {
  const round = latestFirst(overview.rounds)[0]
  const candidates = round ? mostVotesFirst(round.candidates).slice(0, mostCandidates) : []
  const denominator = text.say(`denominator.${round ? decidingOf(round) : 'taken'}`)
  const evidence = overview.evidence.publishedBy
    ? text.say('card.evidence.archive', {
        publisher: text.name(overview.evidence.publishedBy),
        denominator,
      })
    : text.say('card.evidence.live', { denominator })
  return renderToStaticMarkup(
    // biome-ignore lint/a11y/noSvgWithoutTitle: it becomes a picture, whose words stand beside it
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="Vazirmatn"
    >
      <rect width={width} height={height} fill="#ffffff" />
      <rect width={width} height="12" fill="#0b5c74" />
      <Line text={text} y={92} size={34} fill="#545b62">
        {text.name(overview.name)}
      </Line>
      {round && (
        <Line text={text} y={158} size={46} bold>
          {outcomeInShort(text, round, round.outcome)}
        </Line>
      )}
      {candidates.map((candidate, i) => {
        const { id, name, votes } = candidate
        const share = round && decidingShare(round, candidate)
        const y = 240 + i * 84
        const length = share ? (inner * Number(share.percent)) / 100 : 0
        const from = text.direction === 'rtl' ? width - inset - length : inset
        const figures = share
          ? text.say('votes.share', { votes: countOr(text, votes), share: text.percent(share.percent) })
          : countOr(text, votes)
        return (
          <g key={id}>
            <Line text={text} y={y} size={30}>
              {text.name(name)}
            </Line>
            <Line text={text} y={y} size={30} end>
              {figures}
            </Line>
            <rect x={inset} y={y + 14} width={inner} height="14" fill="#e3e6e9" />
            <rect x={from} y={y + 14} width={length} height="14" fill="#2f7f98" />
          </g>
        )
      })}
      {isRehearsal(overview.origin) && (
        <Line text={text} y={46} size={24} fill="#8a4b00" bold>
          {text.say('rehearsal')}
        </Line>
      )}
      <Line text={text} y={height - 44} size={24} fill="#545b62">
        {evidence}
      </Line>
    </svg>,
  )
}

interface LineProps {
  readonly text: Text
  readonly y: number
  readonly size: number
  readonly fill?: string
  readonly bold?: boolean
  /** Whether it ends where lines end; else it begins where they begin. */
  readonly end?: boolean
  readonly children: string
}

/** A letter is about this much of its size wide: a longer line is written smaller, never cut. */
const letter = 0.56
/** Makes a line that begins with a number run from right to left. */
const rightToLeft = '\u200f'

/** A line of text. What draws it knows no direction, so its side is said. */
function Line({ text, y, size, fill = '#16191c', bold, end = false, children }: LineProps) {
  const rtl = text.direction === 'rtl'
  const right = rtl !== end
  return (
    <text
      x={right ? width - inset : inset}
      y={y}
      textAnchor={right ? 'end' : 'start'}
      fontSize={Math.min(size, Math.floor(inner / (letter * children.length)))}
      fontWeight={bold ? 700 : 400}
      fill={fill}
    >
      {(rtl ? rightToLeft : '') + children}
    </text>
  )
}
