import type { BoxRound, RoundResult } from '@countersign/publication'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { type BoxPlaced, type BoxStatements, statementsAbout } from '../files/place.ts'
import { type Loaded, useLoaded } from '../loaded.ts'
import { Trouble } from '../trouble.tsx'
import { Checks } from './checks.tsx'
import { Form, namesOf, Sums } from './form.tsx'
import { Handovers } from './handovers.tsx'
import { Heading } from './heading.tsx'
import { Others } from './others.tsx'
import { Photographs } from './photographs.tsx'
import { Proof } from './proof.tsx'
import { Statements } from './statements.tsx'

interface BoxProps {
  readonly text: Text
  readonly files: Files
  readonly place: BoxPlaced
}

/** A ballot box: in each round its state, its figures as a form, its checks, its statements, and the proof. */
export function Box({ text, files, place }: BoxProps) {
  const { box, area, version } = place
  const statements = useLoaded(place.statementsPath + box.id, () => statementsAbout(files, place))
  const rounds = [...box.rounds].sort((a, b) => b.round - a.round)
  const level = version.overview.levels.find(({ id }) => id === area.level)
  return (
    <>
      <Heading text={text} above={[area, ...area.path]}>
        {text.say('box.title', { id: box.id })}
      </Heading>
      <p>
        {box.name && <span dir="auto">{text.name(box.name)}. </span>}
        {text.say('box.in', { area: text.name(area.name), level: level ? text.name(level.name) : '' })}{' '}
        {box.sort && text.say(`box.sort.${box.sort}`)}
      </p>
      <Listed text={text} place={place} />
      {rounds.length === 0 && <p>{text.say('box.noRounds')}</p>}
      {rounds.map(of => {
        const round = version.overview.rounds.find(({ round }) => round === of.round)
        return round && <Round key={of.round} {...{ text, files, place, of, round, statements }} />
      })}
    </>
  )
}

/** What the list of boxes says of it. */
function Listed({ text, place: { box } }: { readonly text: Text; readonly place: BoxPlaced }) {
  const figures = [
    ['figures.delivered', box.delivered],
    ['figures.eligible', box.eligible],
  ] as const
  const known = figures.flatMap(([key, value]) =>
    value === null ? [] : [text.say('form.part', { name: text.say(key), number: text.count(value) })],
  )
  if (box.form === null && known.length === 0) return null
  return (
    <p className="quiet">
      {box.form !== null && (
        <>
          {text.say('box.form')} <span className="code">{box.form}</span>
          {known.length > 0 && ' · '}
        </>
      )}
      {known.join(' · ')}
    </p>
  )
}

interface RoundProps extends BoxProps {
  readonly of: BoxRound
  readonly round: RoundResult
  readonly statements: Loaded<BoxStatements>
}

function Round({ text, files, place, of, round, statements }: RoundProps) {
  const heading = `round-${round.round}`
  const { mode } = place.version.overview
  const nameOf = namesOf(text, place.version.overview, round)
  return (
    <section aria-labelledby={heading} data-round={round.round}>
      <h2 id={heading}>{text.say('round.title', { round: round.round, day: text.bothDays(round.date) })}</h2>
      <p className="state" data-state={of.state}>
        <strong>{text.say(`state.${of.state}`)}</strong>: {text.say(`state.${of.state}.means`)}
      </p>
      <p>{countedIn(text, of)}</p>
      {of.note !== null && (
        <p className="quiet">
          {text.say('note')} <span dir="auto">{of.note}</span>
        </p>
      )}
      <div className="sides">
        <div>
          <h3>{text.say(mode === 'archive' ? 'box.figures.archive' : 'box.figures')}</h3>
          {of.figures === null ? (
            <p>{text.say('box.noFigures')}</p>
          ) : (
            <Form
              text={text}
              figures={of.figures}
              nameOf={nameOf}
              caption={text.say(`caption.form.${mode}`, {
                id: place.box.id,
                entry: of.entry === null ? '–' : text.count(of.entry),
              })}
            />
          )}
        </div>
        <div>
          <Others text={text} of={of} nameOf={nameOf} />
          {of.figures !== null && <Sums text={text} figures={of.figures} nameOf={nameOf} />}
          <h3>{text.say('box.checks')}</h3>
          <Checks text={text} findings={of.findings} nameOf={nameOf} />
        </div>
      </div>
      <h3>{text.say('box.statements')}</h3>
      {statements.state === 'loading' && <p className="quiet">{text.say('loading')}</p>}
      {statements.state === 'failed' && <Trouble text={text} refusal={statements.refusal} />}
      {statements.state === 'ready' && (
        <>
          <Statements
            text={text}
            overview={place.version.overview}
            about={statements.value}
            round={round.round}
          />
          <Handovers
            text={text}
            overview={place.version.overview}
            about={statements.value}
            round={round.round}
          />
          <Photographs
            text={text}
            files={files}
            about={statements.value}
            round={round.round}
            withdrawn={place.version.overview.withdrawn}
          />
        </>
      )}
      {of.figures !== null && of.entry !== null && (
        <Proof
          text={text}
          files={files}
          version={place.version}
          claim={{
            entry: of.entry,
            round: of.round,
            area: place.area.id,
            box: place.box.id,
            figures: of.figures,
            path: place.path,
          }}
          about={statements.state === 'ready' ? statements.value : undefined}
          statementsPath={place.statementsPath}
        />
      )}
    </section>
  )
}

/** Which totals its figures are in. */
function countedIn(text: Text, of: BoxRound): string {
  if (of.in.length === 0) return text.say('box.inNone')
  return text.say('box.inTotals', { totals: text.list(of.in.map(total => text.say(`total.${total}`))) })
}
