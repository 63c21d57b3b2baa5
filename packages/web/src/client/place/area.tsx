import type { Figures } from '@countersign/election'
import type { BoxFile, RoundResult } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import { AreaPage } from '../../site/area.tsx'
import type { Links } from '../../site/links.ts'
import { latestFirst } from '../../site/rounds.ts'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import type { AreaPlace } from '../files/place.ts'
import { Heading } from './heading.tsx'
import { Proof } from './proof.tsx'
import { linkTo } from './subject.ts'

interface AreaProps {
  readonly text: Text
  readonly files: Files
  readonly place: AreaPlace
}

/** Any area of the country: its figures, what lies in it, its boxes, and the proof of its published rows. */
export function Area({ text, files, place }: AreaProps) {
  const { area, above, version } = place
  const level = version.overview.levels.find(({ id }) => id === area.level)
  return (
    <>
      <Heading text={text} above={area.path}>
        {text.name(area.name)} {level && <span className="quiet">({text.name(level.name)})</span>}
      </Heading>
      <AreaPage text={text} overview={version.overview} links={links} area={area} above={above} headed />
      {latestFirst(version.overview.rounds).map(round => (
        <Boxes key={round.round} text={text} place={place} round={round} />
      ))}
      {area.published.map(row => (
        <Proof
          key={row.entry}
          text={text}
          files={files}
          version={version}
          claim={{
            entry: row.entry,
            round: row.round,
            area: area.id,
            box: undefined,
            figures: row.figures,
            path: `${version.folder}areas/${area.id}.json`,
          }}
        />
      ))}
    </>
  )
}

/** On the page of any place every place is a query. */
const links: Links = {
  page: route => `../${route}`,
  area: id => linkTo({ kind: 'area', id }),
  box: id => linkTo({ kind: 'box', id }),
  file: path => `../../${path}`,
}

interface BoxesProps {
  readonly text: Text
  readonly place: AreaPlace
  readonly round: RoundResult
}

/** One chunk of the boxes of an area, and the way to the others. */
function Boxes({ text, place: { area, boxes, chunk }, round }: BoxesProps) {
  const { count, chunks } = area.boxes
  if (count === 0) return null
  const heading = `boxes-${round.round}`
  const cell = (value: number | undefined) =>
    value === undefined ? '–' : { shown: text.count(value), value }
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{text.say('boxes.title', { round: round.round })}</h2>
      {chunks.length > 1 && (
        <nav className="chunks" aria-label={text.say('boxes.chunks')}>
          <ul>
            {chunks.map(({ path, first, last }, i) => (
              <li key={path}>
                <a
                  href={linkTo({ kind: 'area', id: area.id, chunk: i })}
                  aria-current={i === chunk ? 'page' : undefined}
                >
                  <span className="code">
                    {first}–{last}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Table
        sortable
        caption={text.say('caption.boxes', { count: text.count(count), shown: text.count(boxes.length) })}
        columns={[
          { title: text.say('find.box') },
          { title: text.say('state') },
          ...round.candidates.map(({ name }) => ({ title: text.name(name), numeric: true })),
          { title: text.say('figures.invalid'), numeric: true },
          { title: text.say('figures.taken'), numeric: true },
          { title: text.say('finding.count'), numeric: true },
        ]}
        rows={boxes.map(box => {
          const of = box.rounds.find(each => each.round === round.round)
          const figures = of?.figures
          return {
            key: box.id,
            cells: [
              { shown: <BoxLink text={text} box={box} />, value: box.id },
              of ? text.say(`state.${of.state}`) : '–',
              ...round.candidates.map(({ number }) => cell(figures?.votes?.[number])),
              cell(figures ? invalidIn(figures) : undefined),
              cell(figures?.taken),
              cell(of?.findings.length),
            ],
          }
        })}
      />
    </section>
  )
}

/** Invalid ballots as written, else the sum over their grounds. */
function invalidIn({ invalid, invalidBy }: Figures): number | undefined {
  if (invalid !== undefined || invalidBy === undefined) return invalid
  return Object.values(invalidBy).reduce((sum, ballots) => sum + ballots, 0)
}

function BoxLink({ text, box }: { readonly text: Text; readonly box: BoxFile }) {
  return (
    <a href={linkTo({ kind: 'box', id: box.id })}>
      <span className="code">{box.id}</span> {box.name && <span dir="auto">{text.name(box.name)}</span>}
    </a>
  )
}
