import type { Finding } from '../checks/finding.ts'
import type { CheckCode } from '../checks/table.ts'
import type { FormLayout, FormLine } from './layout.ts'

/** What each sentence of a check speaks of: paths in a form; a map's name stands for each of its lines. */
const spoken: Readonly<Partial<Record<CheckCode, Readonly<Record<string, readonly string[]>>>>> = {
  B01: { votes: ['figures.votes', 'figures.valid'] },
  B02: {
    taken: ['figures.valid', 'figures.invalid', 'figures.taken'],
    invalid: ['figures.invalidBy', 'figures.invalid'],
    inBox: [
      'figures.taken',
      'figures.notTaken',
      'figures.notTakenBy',
      'figures.excessDrawn',
      'figures.inBox',
    ],
  },
  B03: { excess: ['figures.inBox', 'figures.excessDrawn', 'figures.issued'] },
  B04: { carried: ['figures.issued', 'figures.inBox'] },
  B05: { differ: ['figures.checkInsByComputer', 'figures.checkInsOnPaper', 'figures.issued'] },
  B06: { stubs: ['figures.issued', 'figures.unused', 'figures.spoiled', 'figures.delivered'] },
  B08: { staff: ['people'], others: ['people'] },
  B09: { serial: ['serial'] },
  B10: {
    oneSided: ['figures.votes'],
    full: ['figures.inBox', 'figures.delivered'],
    zero: ['figures.votes', 'figures.taken', 'figures.inBox', 'figures.invalid', 'figures.issued'],
  },
  B11: { far: ['figures.invalid', 'figures.taken'] },
  B12: { early: ['closedAt'], hasty: ['figures.inBox', 'closedAt', 'countedAt'], ahead: ['countedAt'] },
  B13: { box: ['box'], candidate: ['figures.votes'] },
}

/** The lines of the form that a finding speaks of, in the order of the form; none where it is about something else. */
export function linesSpokenOf(
  { sections }: FormLayout,
  { code, part }: Pick<Finding, 'code' | 'part'>,
): readonly FormLine[] {
  return sections.flatMap(({ lines }) => lines.filter(({ path }) => spokenOf(code, part, path)))
}

/** Whether this sentence of a check speaks of what stands at the path. */
export function spokenOf(code: CheckCode, part: string, path: string): boolean {
  const paths = spoken[code]?.[part] ?? []
  return paths.some(spokenPath => path === spokenPath || path.startsWith(`${spokenPath}.`))
}
