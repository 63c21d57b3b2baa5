import { renderToStaticMarkup } from 'react-dom/server'
import type { Text } from '../text/text.ts'
import { countOr } from './figures.tsx'
import { outcomeInShort } from './outcome.ts'
import type { Published } from './published.ts'
import { latestFirst, mostVotesFirst } from './rounds.ts'

const [width, height, inset] = [1200, 630, 72]
const bar = width - 2 * inset
const mostCandidates = 4

/** The picture that stands for an election where a link to it is pasted: the same figures as the page, as SVG. */
export function cardOf(text: Text, { overview }: Published): string {
  const round = latestFirst(overview.rounds)[0]
  const rtl = text.direction === 'rtl'
  const [near, far] = rtl ? [width - inset, inset] : [inset, width - inset]
  const candidates = round ? mostVotesFirst(round.candidates).slice(0, mostCandidates) : []
  const evidence = overview.evidence.publishedBy
    ? text.say('card.evidence.archive', { publisher: text.name(overview.evidence.publishedBy) })
    : text.say('card.evidence.live')
  return renderToStaticMarkup(
    // biome-ignore lint/a11y/noSvgWithoutTitle: it becomes a picture, whose words stand beside it
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="Vazirmatn"
      direction={text.direction}
    >
      <rect width={width} height={height} fill="#ffffff" />
      <rect width={width} height="12" fill="#0b5c74" />
      <text x={near} y="92" fontSize="34" fill="#545b62">
        {text.name(overview.name)}
      </text>
      {round && (
        <text x={near} y="158" fontSize="46" fontWeight="700" fill="#16191c">
          {outcomeInShort(text, round, round.outcome)}
        </text>
      )}
      {candidates.map(({ id, name, votes, ofTaken }, i) => {
        const y = 232 + i * 82
        const length = ofTaken ? (bar * Number(ofTaken.percent)) / 100 : 0
        return (
          <g key={id}>
            <text x={near} y={y} fontSize="30" fill="#16191c">
              {text.name(name)}
            </text>
            <text x={far} y={y} fontSize="30" textAnchor="end" fill="#16191c">
              {ofTaken
                ? text.say('votes.share', {
                    votes: countOr(text, votes),
                    share: text.percent(ofTaken.percent),
                  })
                : countOr(text, votes)}
            </text>
            <rect x={inset} y={y + 14} width={bar} height="14" fill="#eceef0" />
            <rect
              x={rtl ? width - inset - length : inset}
              y={y + 14}
              width={length}
              height="14"
              fill="#2f7f98"
            />
          </g>
        )
      })}
      <text x={near} y={height - 44} fontSize="24" fill="#545b62">
        {evidence}
      </text>
    </svg>,
  )
}
