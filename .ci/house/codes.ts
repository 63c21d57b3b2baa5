import { checks } from '../../packages/election/src/checks/table.ts'
import { reasons } from '../../packages/election/src/reasons.ts'
import { tableProblems } from '../../packages/publication/src/import/problems.ts'
import { setupProblems } from '../../packages/publication/src/setup/check/texts.ts'
import { codes } from '../../packages/record/src/codes.ts'
import { logCodes } from '../../packages/record/src/verify/log-codes.ts'

export type Row = { readonly code: string; readonly en: string; readonly fa: string }
export type Section = { readonly title: string; readonly about: string; readonly rows: readonly Row[] }

type Text = { readonly en: string; readonly fa: string }

/** Every table of codes in the product, and where its codes are met. */
export const sections: readonly Section[] = [
  {
    title: 'The record',
    about:
      'Refusals of an entry (`admit`, `sign`), and failures in the report of `countersign verify`: exit 1, except ' +
      '`newer-version`, `missing-checkpoint`, `missing-policy` and `unreadable` (exit 2: could not run).',
    rows: rowsOf(codes),
  },
  {
    title: 'The log',
    about: 'Failures in the report of `countersign verify`, from the library `tlog`: the file is named.',
    rows: rowsOf(logCodes),
  },
  {
    title: 'Checks',
    about: 'Findings of an election’s figures; severities and tolerances are in `boxes-and-checks.md`.',
    rows: Object.entries(checks).flatMap(([code, { says }]) =>
      Object.entries<Text>(says).map(([part, { en, fa }]) => ({ code: `${code} ${part}`, en, fa })),
    ),
  },
  {
    title: 'Without force',
    about: 'Why an admissible statement has no force; it stays in the record with its reason.',
    rows: rowsOf(reasons),
  },
  {
    title: 'Tables that are imported',
    about:
      'What keeps `countersign import` and `countersign check` from reading a table or its map: line by line.',
    rows: rowsOf(tableProblems),
  },
  {
    title: 'Setting an election up',
    about:
      'What is wrong with a setup before anything of it is signed: `countersign new --check` and the page of the ' +
      'authority say the same, with what to do about it.',
    rows: Object.entries(setupProblems).map(([code, { says }]) => ({ code, ...says })),
  },
]

/** `docs/codes.md`. */
export function codesDocument(): string {
  const parts = sections.map(({ title, about, rows }) =>
    [
      `## ${title}`,
      '',
      about,
      '',
      '| code | English | Persian |',
      '|---|---|---|',
      ...rows.map(({ code, en, fa }) => `| \`${code}\` | ${en} | ${fa} |`),
    ].join('\n'),
  )
  const opening = [
    '# Codes',
    '',
    'Everything that can be wrong has a code, the same on screen, in JSON, in the tests and here; a code is never',
    'used again for another meaning. `{…}` is filled from the place. Made from the tables in the sources by a test;',
    '`npx vitest run .ci/house/codes.test.ts -u` makes it anew.',
  ].join('\n')
  return `${[opening, ...parts].join('\n\n')}\n`
}

function rowsOf(table: Readonly<Record<string, Text>>): Row[] {
  return Object.entries(table).map(([code, { en, fa }]) => ({ code, en, fa }))
}
