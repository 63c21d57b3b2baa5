import { percent } from '@countersign/election'
import type { AreaRow, RoundResult } from '@countersign/publication'
import { Scroll } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import type { Links } from './links.ts'
import { figuresIn, leaderIn } from './rounds.ts'

interface TileMapProps {
  readonly text: Text
  readonly round: RoundResult
  readonly rows: readonly AreaRow[]
  readonly links: Links
}

/** How strongly a tile is coloured: by the leading candidate's share, in whole percent. */
const strengths = [40, 50, 60]
/** Hues that there are; a longer ballot begins again, and the names tell. */
const hues = 6

/** One tile an area, roughly where it lies: its name, who leads there, and with which share. Nothing is said by colour alone. */
export function TileMap({ text, round, rows, links }: TileMapProps) {
  const tiles = rows.filter(({ tile }) => tile !== null)
  if (tiles.length === 0) return null
  const caption = text.say('caption.map', { round: round.round })
  return (
    <figure className="map">
      <figcaption>{caption}</figcaption>
      <Scroll label={caption}>
        {/* A map is not mirrored: west is left in every language. */}
        <ul className="tiles" dir="ltr">
          {tiles.map(row => (
            <Tile key={row.id} text={text} round={round} row={row} links={links} />
          ))}
        </ul>
      </Scroll>
      <Legend text={text} round={round} rows={tiles} />
    </figure>
  )
}

function Tile({ text, round, row, links }: Omit<TileMapProps, 'rows'> & { readonly row: AreaRow }) {
  const { leader, share, words, strength } = shownOn(text, round, row)
  const { row: down, column } = row.tile!
  const colour = leader === undefined ? 'none' : `hue-${leader % hues} strength-${strength}`
  return (
    <li style={{ gridRow: down + 1, gridColumn: column + 1 }}>
      <a className={`tile ${colour}`} dir={text.direction} href={links.area(row.id)}>
        <strong>{text.name(row.name)}</strong>
        <span>{words}</span>
        {share && <span className="share">{share}</span>}
      </a>
    </li>
  )
}

interface Shown {
  readonly leader?: number
  readonly words: string
  readonly share?: string
  readonly strength?: number
}

/** Who leads in an area and with which share: of votes taken, else of valid votes, and then it says so. */
function shownOn(text: Text, round: RoundResult, { rounds }: AreaRow): Shown {
  const figures = figuresIn(rounds, round)
  if (!figures) return { words: text.say('area.noFigures') }
  const leader = leaderIn(figures)
  if (leader === undefined) return { words: text.say('area.noLeader') }
  const words = text.name(round.candidates[leader]!.name)
  const of = figures.taken ?? figures.valid
  if (!of) return { leader, words, strength: 0 }
  const votes = figures.votes[leader]!
  const printed = text.percent(percent(votes, of, 1))
  return {
    leader,
    words,
    share: figures.taken === null ? text.say('share.ofValid', { share: printed }) : printed,
    strength: strengths.filter(from => votes * 100 >= from * of).length,
  }
}

/** The colours in words: only those of candidates who lead somewhere. */
function Legend({ text, round, rows }: Pick<TileMapProps, 'text' | 'round' | 'rows'>) {
  const leaders = new Set(rows.map(row => shownOn(text, round, row).leader))
  const between = (from: number | undefined, to: number | undefined) =>
    from === undefined
      ? text.say('legend.below', { to: text.count(to!) })
      : to === undefined
        ? text.say('legend.from', { from: text.count(from) })
        : text.say('legend.between', { from: text.count(from), to: text.count(to) })
  return (
    <ul className="legend">
      {round.candidates.map(
        ({ id, name }, i) =>
          leaders.has(i) && (
            <li key={id}>
              <span className={`swatch hue-${i % hues} strength-2`} aria-hidden="true" />
              {text.say('legend.leads', { candidate: text.name(name) })}
            </li>
          ),
      )}
      {[...strengths, undefined].map((to, i) => (
        <li key={to ?? 'most'}>
          <span className={`swatch hue-any strength-${i}`} aria-hidden="true" />
          {between(strengths[i - 1], to)}
        </li>
      ))}
      {leaders.has(undefined) && (
        <li>
          <span className="swatch none" aria-hidden="true" />
          {text.say('legend.none')}
        </li>
      )}
    </ul>
  )
}
