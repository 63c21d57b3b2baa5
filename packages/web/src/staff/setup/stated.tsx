import { fromHex, type Statement, type StatementNamed } from '@countersign/election'
import { kidOf } from '@countersign/record'
import type { ReactNode } from 'react'
import { useText } from '../shell/text.tsx'

/** What statements of a setup say, in words and figures, for whoever is about to sign them. */
export function Stated({ statements }: { readonly statements: readonly Statement[] }) {
  const text = useText()
  const [first] = statements
  if (first === undefined) return <p>{text.say('setup.nothingToSign')}</p>
  return <div className="sheet">{stated(first, statements)}</div>
}

function stated(first: Statement, all: readonly Statement[]): ReactNode {
  switch (first.kind) {
    case 'definition':
      return <Defined definition={first} />
    case 'areas':
      return <Areas statements={all as readonly StatementNamed<'areas'>[]} />
    case 'boxes':
      return <Boxes statements={all as readonly StatementNamed<'boxes'>[]} />
    case 'seal':
      return <Sealed seal={first} />
    case 'candidacy':
      return <Approved statements={all as readonly StatementNamed<'candidacy'>[]} />
    case 'ballot':
      return <List ballot={first} />
    case 'calendar':
      return <Dates calendar={first} />
    default:
      return null
  }
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <p className="line">
      <span>{label}</span>
      <strong>{children}</strong>
    </p>
  )
}

function Defined({ definition }: { readonly definition: StatementNamed<'definition'> }) {
  const text = useText()
  return (
    <>
      <Line label={text.say('setup.name')}>{text.name(definition.name)}</Line>
      <Line label={text.say('setup.log')}>
        <span dir="ltr">{definition.origin}</span>
      </Line>
      {definition.rounds.map(({ number, date, rule, of }) => (
        <Line key={number} label={text.say('setup.round', { round: number })}>
          {text.bothDays(date)} · {text.say(`setup.rule.${rule}`)} ({text.say(`setup.of.${of}`)})
        </Line>
      ))}
      {definition.bodies.map(({ id, name, role, keys }) => (
        <Line key={id} label={`${text.name(name)} · ${text.say(`setup.role.${role}`)}`}>
          <code dir="ltr">{keys.map(({ key }) => kidOf(fromHex(key))).join(', ')}</code>
        </Line>
      ))}
      <details>
        <summary>{text.say('setup.everyField')}</summary>
        <pre dir="ltr" className="long">
          {JSON.stringify(definition, null, 2)}
        </pre>
      </details>
    </>
  )
}

function Areas({ statements }: { readonly statements: readonly StatementNamed<'areas'>[] }) {
  const text = useText()
  const areas = statements.flatMap(each => each.areas)
  const levels = [...Map.groupBy(areas, ({ level }) => level)]
  return levels.map(([level, of]) => (
    <Line key={level} label={level}>
      {text.count(of.length)}
    </Line>
  ))
}

function Boxes({ statements }: { readonly statements: readonly StatementNamed<'boxes'>[] }) {
  const text = useText()
  const boxes = statements.flatMap(each => each.boxes)
  const delivered = boxes.reduce((sum, box) => sum + (box.delivered ?? 0), 0)
  return (
    <>
      <Line label={text.say('setup.boxes')}>{text.count(boxes.length)}</Line>
      <Line label={text.say('setup.delivered')}>{text.count(delivered)}</Line>
      <Line label={text.say('setup.firstBox')}>
        <code dir="ltr">{boxes[0]?.id}</code>
      </Line>
      <Line label={text.say('setup.lastBox')}>
        <code dir="ltr">{boxes.at(-1)?.id}</code>
      </Line>
    </>
  )
}

function Sealed({ seal }: { readonly seal: StatementNamed<'seal'> }) {
  const text = useText()
  return (
    <>
      <Line label={text.say('setup.boxes')}>{text.count(seal.boxes)}</Line>
      <Line label={text.say('setup.digest')}>
        <code dir="ltr" className="long">
          {seal.digest}
        </code>
      </Line>
    </>
  )
}

function Approved({ statements }: { readonly statements: readonly StatementNamed<'candidacy'>[] }) {
  const text = useText()
  return statements.map(({ candidate, step }) => (
    <Line key={candidate} label={candidate}>
      {text.say(`setup.candidacy.${step}`)}
    </Line>
  ))
}

function List({ ballot }: { readonly ballot: StatementNamed<'ballot'> }) {
  const text = useText()
  return ballot.candidates.map(({ number, id, name, spellings = [] }) => (
    <Line key={id} label={`${text.count(number)} · ${text.name(name)}`}>
      {spellings.length > 0 ? text.say('setup.spellings', { spellings: text.list(spellings) }) : ''}
    </Line>
  ))
}

function Dates({ calendar }: { readonly calendar: StatementNamed<'calendar'> }) {
  const text = useText()
  return calendar.dates.map(({ id, date, at }) => (
    <Line key={id} label={id}>
      {text.bothDays(date)}
      {at !== undefined && ` · ${text.moment(at)}`}
    </Line>
  ))
}
