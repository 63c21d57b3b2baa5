import { type Given, type Stopped, stop } from '../command/command.ts'

export const riskOption = ['--risk <percent>', 'the risk limit: 10 where absent'] as const

/** The risk limit in thousandths. */
export function riskIn({ risk = '10' }: Given): number | Stopped {
  const perMille = Math.round(Number(risk) * 10)
  if (perMille >= 1 && perMille <= 999) return perMille
  return stop(
    'usage',
    `--risk ${risk} is not a percentage`,
    'a number between 0.1 and 99.9, such as --risk 5',
  )
}
