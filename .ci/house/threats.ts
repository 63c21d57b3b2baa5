import { globSync, readFileSync } from 'node:fs'

/** What may happen to a count, where it has happened, and what stands against it. */
type Threat = { readonly attack: string; readonly seen?: string; readonly control: string }

export const threats = {
  'altered-form': {
    attack: 'A form is altered after the agents have signed it',
    seen: 'Malawi 2019: correction fluid on forms',
    control:
      'every signature covers every figure; the printed code repeats them; figures change only by `correct`, with its quorum',
  },
  'irregular-forms': {
    attack: 'More forms than boxes, forms without serials, serials used twice',
    seen: 'Kenya 2017: 41,451 forms for 40,883 stations',
    control: 'the list of boxes and serials is sealed before voting; of two forms for one box both are shown',
  },
  'early-declaration': {
    attack: 'A result is declared before its forms exist',
    seen: 'Kenya 2017: 31,982 of some 41,000 forms were public days after the declaration',
    control:
      'a sum names the version of the record and the forms that it is over; what is missing is counted beside it',
  },
  'opened-on-its-way': {
    attack: 'A box or a packet is opened on its way',
    control:
      'both sides sign each handover with the numbers of its seals; seals that differ, and what never arrives, are shown beside who had it',
  },
  interception: {
    attack: 'A form is changed on its way',
    seen: 'Kenya 2022: alleged; the court found that paper and portal matched',
    control: 'signed at the box; whoever relays can change nothing',
  },
  'wrong-sum': {
    attack: 'A wrong sum is declared',
    seen: 'Ghana 2020: 13,433,573 announced, 13,119,460 on correction',
    control: 'every sum is computed again from the record',
  },
  'stopped-feed': {
    attack: 'The log stops, or a box is left out',
    seen: 'Bolivia 2019: results stopped for a day; what that shows is disputed',
    control:
      'the operator’s clock is held against the witnesses’; coverage names every missing box; anyone can mirror and relay',
  },
  'nothing-published': {
    attack: 'No result by box is published',
    seen: 'Venezuela 2024',
    control: 'the forms’ codes in many hands make the record again, from photographs alone',
  },
  misreading: {
    attack: 'Figures are misread by machine or mistyped',
    seen: 'Indonesia 2024: 154,541 stations’ figures corrected after the machine’s reading',
    control: 'signed figures are the record; paper is keyed in twice; the checks of arithmetic',
  },
  'unsigned-sheets': {
    attack: 'Forms that the leader or half of the staff did not sign',
    seen: 'Ghana 2012: the petition on unsigned sheets and repeated serials',
    control: 'quorums are in the definition, and what is below them has no force or is held',
  },
  fork: {
    attack: 'The operator rewrites the record, or shows two',
    control: 'consistency proofs, kept checkpoints, witnesses; both heads are kept as evidence',
  },
  crash: {
    attack: 'The machine stops in the middle of writing, or two write at once',
    control: 'nothing is acknowledged before it is durable; each head is claimed once',
  },
  restore: {
    attack: 'An old copy is restored and goes on',
    control: 'nothing is signed until the tree extends the highest checkpoint that is public or witnessed',
  },
  'witnesses-fail': {
    attack: 'Witnesses collude or are away, or their clocks are wrong',
    control: 'a quorum of groups; the record is graded, and publication never waits',
  },
  'stolen-key': {
    attack: 'A key is stolen, or its holder is forced',
    control:
      'a key acts at its box only; others must sign too; it is revoked by position in the log; objections stand',
  },
  disagreement: {
    attack: 'A signer makes a form that only some verifiers accept',
    control:
      'one accept set of signatures in every engine, one encoding of a statement, a second verifier of the log',
  },
  'other-verifier': {
    attack: 'People are given another verifier',
    control: 'its build is reproducible, and its digest is a statement',
  },
  flooding: {
    attack: 'The server is flooded',
    control: 'caps on size, quotas by key, limits on rate',
  },
  'refusal-to-sign': {
    attack: 'A body refuses to sign, to stop whole regions',
    control: 'a refusal is recorded with its ground and never holds a form back',
  },
  'typed-copies': {
    attack: 'An agent types false copies, to stop the count',
    control: 'evidence is graded: typing disputes, and only a signed copy conflicts',
  },
  'revoked-for-early-results': {
    attack: 'Keys are revoked to veto boxes that are still to come',
    control: 'after a box has opened only two bodies revoke, and its form is held for a ruling, not void',
  },
  'early-publication': {
    attack: 'Places that close first publish first',
    control: '`commit` before, votes after `release`; what comes earlier is flagged',
  },
  'forged-record': {
    attack: 'A consistent record under the forger’s own keys',
    control: 'policy and definition from outside; without them the grade is self-declared',
  },
  'stripped-signatures': {
    attack: 'A relay strips signatures',
    control: 'the statement is its ID; the signatures may come later, from anyone',
  },
  'claimed-ink': {
    attack: 'A leader claims signatures in ink that nobody gave',
    control: 'ink never gives force',
  },
  'harvested-names': {
    attack: 'Names of agents are gathered from the record',
    control: 'there are none: card numbers and salted hashes only',
  },
  'server-invents': {
    attack: 'Whoever runs the server adds, drops or changes a box',
    control:
      'no key but the signers’ makes a form; an inadmissible entry breaks the record; acknowledged entries are provable',
  },
} as const satisfies Readonly<Record<string, Threat>>

type Shown = { readonly threat: string; readonly file: string; readonly title: string }

const marker = /^[ \t]*\/\/ threat: (.+)\n[^'"`]*?\((['"`])((?:\\.|(?!\2).)*)\2/gm

/** The tests that say of themselves, in a comment above, which threat they show the control of. */
export function tests(): readonly Shown[] {
  const files = globSync([
    'packages/*/src/**/*.test.{ts,tsx}',
    'verifiers/**/*.test.ts',
    '.ci/house/*.test.ts',
  ])
  return files
    .sort()
    .flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(marker)].flatMap(([, named, , title]) =>
        named!.split(', ').map(threat => ({ threat, file, title: title!.replaceAll("\\'", "'") })),
      ),
    )
}

export function threatsDocument(): string {
  const shown = tests()
  const sections = Object.entries(threats as Readonly<Record<string, Threat>>).map(([id, threat]) =>
    section(
      threat,
      shown.filter(test => test.threat === id),
    ),
  )
  const open = Object.keys(threats).filter(id => !shown.some(({ threat }) => threat === id)).length
  return `# Threats

Made from the tests by a test; \`npx vitest run .ci/house -u\` makes it anew. A test that shows a control says so in a
comment above it, \`// threat: <name>\`; the names and these texts are in \`.ci/house/threats.ts\`.

${Object.keys(threats).length} threats; ${open === 0 ? 'each has a test' : `${open} without a test yet`}. Every test passes in \`npm test\`, or is counted there as skipped.

${sections.join('\n\n')}
`
}

function section({ attack, seen, control }: Threat, shown: readonly Shown[]): string {
  const lines = shown.map(({ file, title }) => `- [${title}](../${file})`)
  return [
    `## ${attack}`,
    '',
    ...(seen === undefined ? [] : [`Seen: ${seen}.`, '']),
    `Against it: ${control}.`,
    '',
    ...(lines.length > 0 ? lines : ['**Not shown by a test yet.**']),
  ].join('\n')
}
