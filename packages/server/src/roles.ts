import type { Actor, Operation } from './operations.ts'
import { mayAsk, operations } from './operations.ts'

/** In the order of the columns. */
export const actors = [
  'founder',
  'authority',
  'supervisingBody',
  'higherAuthority',
  'auditBoard',
  'operator',
  'candidate',
  'leader',
  'official',
  'police',
  'supervisor',
  'agent',
  'clerk',
  'centreHead',
  'desk',
  'representative',
  'auditor',
  'archivist',
] as const satisfies readonly Actor[]

/** docs/roles.md: every operation of the server, and whose session it takes. */
export function rolesDocument(): string {
  const names = Object.keys(operations) as Operation[]
  const open = names.filter(name => operations[name].by === 'anyone')
  const closed = names.filter(name => operations[name].by !== 'anyone')
  return [
    '# Who may ask the server for what',
    'Generated from `packages/server/src/operations.ts`; a test tries every role on every operation of a running server.',
    'A session says which key is asking, and the record says whose key that is. It gives a statement no force: who must sign what is in [statements.md](statements.md).',
    '## Without a session',
    table(
      ['operation', 'what it does', 'who'],
      open.map(name => [`\`${name}\``, operations[name].says, withinOf(name) || 'anyone']),
    ),
    '## With a session',
    table(
      ['operation', 'what it does', 'within', ...actors],
      closed.map(name => [
        `\`${name}\``,
        operations[name].says,
        withinOf(name),
        ...actors.map(actor => (mayAsk(name, actor) ? '●' : '')),
      ]),
    ),
  ].join('\n\n')
}

function withinOf(name: Operation): string {
  const operation = operations[name]
  return 'within' in operation ? operation.within : ''
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}
