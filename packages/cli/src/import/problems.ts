import type { TableProblem } from '@countersign/publication/import'
import { type Stopped, stop } from '../command/command.ts'

/** How many problems a person is shown; JSON has all. */
const mostShown = 40

/** What keeps tables from being used: every problem with its file and line. */
export function stopByProblems(problems: readonly TableProblem[]): Stopped {
  const shown = problems
    .slice(0, mostShown)
    .map(({ table, line, message }) => `  ${table}:${line}: ${message}`)
  const more =
    problems.length > mostShown ? [`  … and ${problems.length - mostShown} more; --json lists all`] : []
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const message = [`${count} in the tables`, ...shown, ...more].join('\n')
  const { stopped } = stop('table-problems', message, 'correct the table or the map; docs/import.md says how')
  return { stopped: { ...stopped, problems } }
}
