import { z } from 'zod'
import type { Field, Fields } from './field.ts'
import type { Quorum, Role } from './roles.ts'
import { enrols } from './roles.ts'
import { kinds, statementSchema } from './statement.ts'

interface Documented {
  readonly number: number
  readonly name: string
  readonly states: string
  readonly force: readonly Quorum[]
  readonly fields: Fields
  readonly example: object
}
const documented = kinds as unknown as readonly Documented[]

/** `docs/statements.md`: every kind with its keys, who gives it force, and an example; then the role matrix. */
export function statementsDocument(): string {
  return [
    '# Statements',
    '',
    'Made from `packages/election/src/statements/` by a test; `npx vitest run packages/election -u` makes it anew.',
    '',
    'A statement is a map with integer keys. Every kind begins 0: kind, 1: the definition’s statement ID (absent only',
    'in `definition`), 2: round (0 where none). A figure that is not given is an absent key; zero is zero. Bytes are',
    'lowercase hexadecimal in JSON, words are unsigned integers on the wire, and a key or number is never reused.',
    '',
    '## Who gives force',
    '',
    'People are counted by card and sides by body or candidate, never keys. *Including* names roles that must be there.',
    '',
    '| kind | number | what it states | has force when signed by |',
    '|---|---|---|---|',
    ...documented.map(kind =>
      row([anchor(kind.name), kind.number, kind.states, kind.force.map(spelt).join('; or ')]),
    ),
    '',
    '## Role by kind',
    '',
    ...matrix(),
    '',
    '## Who enrols whom',
    '',
    '| side | gives the roles |',
    '|---|---|',
    ...Object.entries(enrols).map(([side, roles]) => row([side, roles.join(', ') || 'none'])),
    '',
    ...documented.flatMap(section),
  ].join('\n')
}

/** `docs/schema/statement.json`: the JSON form of every kind, as JSON Schema. */
export function statementsSchema(): string {
  const schema = z.toJSONSchema(statementSchema)
  const lines = JSON.stringify({ title: 'A statement of an election', ...schema }, null, 2)
  // As the repository's formatter has it: a list of words on one line where it fits.
  const listed = lines.replace(/^(.*)\[\n([^[\]{}]*)\n\s*\](,?)$/gm, (whole, before, items, comma) => {
    const line = `${before}[${items.trim().replace(/\s*\n\s*/g, ' ')}]${comma}`
    return line.length <= 110 ? line : whole
  })
  return `${listed}\n`
}

function section({ number, name, states, fields, example }: Documented): string[] {
  return [
    `## ${name}`,
    '',
    `Kind ${number}: ${states}.`,
    '',
    ...table(fields),
    '',
    ...parts(fields, new Set()),
    '```json',
    JSON.stringify(example, null, 2),
    '```',
    '',
  ]
}

function table(fields: Fields): string[] {
  const ordered = Object.entries(fields).sort(([, a], [, b]) => a.key - b.key)
  return ['| key | name | | type | what it is |', '|---|---|---|---|---|', ...ordered.map(fieldRow)]
}

function fieldRow([name, { key, type, optional, says }]: readonly [string, Field<unknown>]): string {
  return row([key, `\`${name}\``, optional ? 'may be absent' : '', type.words, says])
}

/** The maps inside a kind, each once. */
function parts(fields: Fields, shown: Set<Fields>): string[] {
  return Object.entries(fields).flatMap(([name, { type }]) => {
    if (!type.parts || shown.has(type.parts)) return []
    shown.add(type.parts)
    return [`In \`${name}\`:`, '', ...table(type.parts), '', ...parts(type.parts, shown)]
  })
}

function spelt({ roles, including = [], people, sides }: Quorum): string {
  const who = roles.join(', ')
  if (people === 1) return `one of: ${who}`
  const must = including.length > 0 ? `, including ${including.join(' and ')}` : ''
  return `${people} people of ${sides} ${sides === 1 ? 'side' : 'sides'}${must}: ${who}`
}

/** Which role counts towards the force of which kind. */
function matrix(): string[] {
  const roles = [...new Set(documented.flatMap(({ force }) => force.flatMap(quorum => quorum.roles)))]
  const cell = (force: readonly Quorum[], role: Role) => {
    const counts = force.filter(quorum => quorum.roles.includes(role))
    if (counts.length === 0) return ''
    if (counts.some(({ people }) => people === 1)) return '●'
    return counts.some(({ including }) => including?.includes(role)) ? '◆' : '○'
  }
  return [
    '● gives force alone · ◆ must be among the signers · ○ counts towards the quorum',
    '',
    row(['kind', ...roles]),
    row(['---', ...roles.map(() => '---')]),
    ...documented.map(({ name, force }) => row([name, ...roles.map(role => cell(force, role))])),
  ]
}

function anchor(name: string): string {
  return `[\`${name}\`](#${name})`
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}
