import { doubleEntrySteps } from './double-entry.ts'

const words: Readonly<Record<keyof typeof doubleEntrySteps, string>> = {
  begin: 'someone takes the copy up',
  key: 'figures are keyed',
  finish: 'the end of the form',
  giveUp: 'laid back',
  settle: 'the supervisor reads the paper',
}

/** `docs/double-entry.md`. */
export function doubleEntryDocument(): string {
  const arrows = Object.entries(doubleEntrySteps).flatMap(([step, from]) =>
    Object.entries(from).flatMap(([before, afters]) =>
      (afters as readonly string[])
        .filter(after => after !== before)
        .map(after => `  ${before} --> ${after}: ${words[step as keyof typeof words]}`),
    ),
  )
  return `# Double entry

Made from \`packages/election/src/double-entry/double-entry.ts\` by a test; \`npx vitest run packages/election -u\` makes it
anew.

A paper copy is keyed in by two people. The second does not see what the first has keyed, and is another person. The
lines in which they differ, and only these, are keyed again from the paper by a third; two of three decide, else the
supervisor reads the paper.

\`\`\`mermaid
stateDiagram-v2
  [*] --> empty
${arrows.join('\n')}
  agreeing --> [*]
  done --> [*]
\`\`\`
`
}
