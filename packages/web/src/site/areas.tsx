import { AreaShares, AreaVotes } from './area-tables.tsx'
import type { ElectionProps } from './pages.tsx'
import { figuresIn, latestFirst, wholeFigures } from './rounds.ts'
import { TileMap } from './tile-map.tsx'

/** Every area of the highest level that has several: on a map, in figures, and compared with the whole. */
export function AreasPage({ text, election, links }: ElectionProps) {
  const { overview, nation, rows } = election
  const { treeSize, levels, boxes } = overview
  const level = levels.find(({ id }) => id === rows[0]?.level)
  const wholeName = nation ? text.name(nation.name) : text.say('whole')
  const whole = nation?.rounds ?? wholeFigures(overview)
  return (
    <>
      <h1>{text.say('areas.title', { level: level ? text.name(level.name) : text.say('area') })}</h1>
      <p>{text.say('areas.lead', { areas: text.count(rows.length) })}</p>
      <div data-search={links.page('place/')} data-election={links.file('')}>
        <p>
          <a href={links.page('place/')}>
            {text.say(boxes > 0 ? 'areas.find.boxes' : 'areas.find', { boxes: text.count(boxes) })}
          </a>
        </p>
      </div>
      {latestFirst(overview.rounds).map(round => {
        const heading = `round-${round.round}`
        const shown = { text, round, rows, links, treeSize }
        return (
          <section key={round.round} aria-labelledby={heading}>
            <h2 id={heading}>
              {text.say('round.title', { round: round.round, day: text.bothDays(round.date) })}
            </h2>
            {rows.length === 0 ? (
              <p>{text.say('areas.none')}</p>
            ) : (
              <>
                <TileMap {...shown} />
                <AreaVotes {...shown} />
                <AreaShares {...shown} whole={figuresIn(whole, round)} wholeName={wholeName} />
              </>
            )}
          </section>
        )
      })}
    </>
  )
}
