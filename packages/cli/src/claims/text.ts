import { type ClaimReport, type Language, type Report, verdictNames } from '@countersign/analysis/claims'

interface TextOptions {
  /** Also the sentences about the election that hold no figure. */
  readonly all: boolean
  /** How each claim was read. */
  readonly trace: boolean
  readonly language: Language
}

/** A report for a terminal: of each text its claims, then what was not understood; then what does not go together. */
export function textOf({ documents, contradictions }: Report, options: TextOptions): string {
  const parts = documents.map(({ file, date, claims, notUnderstood }) => {
    const told = notUnderstood.filter(({ kind }) => options.all || kind === 'figure')
    const elsewhere = notUnderstood.filter(({ kind }) => kind === 'elsewhere')
    return [
      `${file}${date ? `, ${date}` : ''}: ${claims.length} claims read, ${told.length} not understood`,
      ...claims.map(claim => claimText(claim, options)),
      ...(told.length > 0 ? ['', '  Not understood:'] : []),
      ...told.map(({ text, reason }) => `  - “${shortened(text)}”: ${reason}`),
      ...(elsewhere.length > 0
        ? ['', `  About something else: ${elsewhere.map(({ text }) => `“${shortened(text)}”`).join(', ')}`]
        : []),
    ].join('\n')
  })
  const against = contradictions.map(
    ({ first, second }) =>
      `  ${first.file}: “${shortened(first.sentence)}”\n  ${second.file}: “${shortened(second.sentence)}”`,
  )
  return [
    ...parts,
    ...(against.length > 0 ? [`These cannot both be true:\n${against.join('\n\n')}`] : []),
  ].join('\n\n')
}

function claimText(claim: ClaimReport, { trace, language }: TextOptions): string {
  const { sentence, verdict, explanation, subject, election, round, area, saidBy, denominator } = claim
  const where = [election, round === null ? undefined : `round ${round}`, area].filter(Boolean).join(', ')
  const lines = [
    '',
    `  “${shortened(sentence)}”`,
    `    ${subject}${where ? ` (${where})` : ''}${saidBy === 'author' ? '' : `, said by ${saidBy}`}`,
    `    ${verdictNames[verdict][language]}. ${explanation}`,
  ]
  if (!trace) return lines.join('\n')
  const { rule, firm, election: how } = claim.trace
  const read = `read by “${rule}”, ${firm ? 'beyond doubt' : 'not beyond doubt'}; election ${how}; denominator stated: ${denominator.stated}`
  return [...lines, `    ${read}`].join('\n')
}

function shortened(text: string): string {
  return text.length > 240 ? `${text.slice(0, 239)}…` : text
}
