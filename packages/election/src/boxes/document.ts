import { type Check, checks as table } from '../checks/table.ts'
import { life } from './life.ts'

/** `docs/boxes-and-checks.md`: a box's states and where each leads, and the checks. */
export function boxesDocument(): string {
  const states = Object.entries(life)
  const checks = Object.entries(table as Readonly<Record<string, Check>>)
  return [
    '# A box’s life, and the checks',
    '',
    'Made from `packages/election/src/boxes/life.ts` and `checks/table.ts` by a test; `npx vitest run packages/election -u`',
    'makes it anew.',
    '',
    '## States',
    '',
    '| state | what it means | its figures are in | its ballots are outstanding |',
    '|---|---|---|---|',
    ...states.map(([state, { means, in: totals, outstanding }]) =>
      row([`\`${state}\``, means, totals.join(', ') || 'none', outstanding ? 'yes' : 'no']),
    ),
    '',
    'A disputed box whose required sources agree is in the reconciled total too, marked. A box that is not in a total',
    'although its form is recorded waits outside it: its ballots are then outstanding for that total.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...usual.map(([from, to]) => `  ${from} --> ${to}`),
    '```',
    '',
    'The diagram shows the usual way. A ruling, a revocation or a statement that arrives late can lead further:',
    '',
    ...states.map(([state, { next }]) => `- \`${state}\` → ${next.join(', ') || 'nothing more'}`),
    '',
    '## Checks',
    '',
    'The severity and tolerance are defaults; a definition may change them. In an archive every check informs.',
    '',
    '| code | what must hold | else | tolerance |',
    '|---|---|---|---|',
    ...checks.map(([code, { test, severity, asks, tolerance }]) =>
      row([
        code,
        test,
        asks ? `asks, ${severity}` : severity,
        tolerance ? `max(${tolerance.most}, ${tolerance.perMille / 10} %)` : '',
      ]),
    ),
    '',
    '## What a finding says',
    '',
    '| code | part | English | Persian |',
    '|---|---|---|---|',
    ...checks.flatMap(([code, { says }]) =>
      Object.entries(says).map(([part, { en, fa }]) => row([code, part, en, fa])),
    ),
    '',
  ].join('\n')
}

const usual = [
  ['[*]', 'expected'],
  ['expected', 'opened'],
  ['opened', 'closed'],
  ['closed', 'reported'],
  ['closed', 'missing'],
  ['closed', 'quarantined'],
  ['reported', 'agreed'],
  ['reported', 'disputed'],
  ['reported', 'conflicting'],
  ['disputed', 'accepted'],
  ['conflicting', 'accepted'],
  ['quarantined', 'accepted'],
  ['quarantined', 'annulled'],
  ['conflicting', 'annulled'],
  ['agreed', 'accepted'],
] as const

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
