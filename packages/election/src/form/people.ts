import type { Ballot } from '../statements/ballot.ts'
import type { Definition } from '../statements/definition.ts'
import type { PersonRole } from '../statements/roles.ts'

/** Someone who has a line on a box's form, and the body or candidate that they are there for. */
export interface Expected {
  readonly role: PersonRole
  readonly side?: string | undefined
}

/** Everyone who is expected at a box: the staff, two police, four supervisors, an agent for each candidate. */
export function expectedAtBox(
  { staff = 8, bodies }: Pick<Definition, 'staff' | 'bodies'>,
  { candidates }: Pick<Ballot, 'candidates'>,
): readonly Expected[] {
  const side = (role: 'authority' | 'supervisingBody') => bodies.find(body => body.role === role)?.id
  return [
    { role: 'leader', side: side('authority') },
    ...times(staff - 1, { role: 'official', side: side('authority') } as const),
    ...times(2, { role: 'police' } as const),
    ...times(4, { role: 'supervisor', side: side('supervisingBody') } as const),
    ...candidates.map(({ id }) => ({ role: 'agent', side: id }) as const),
  ]
}

function times<T>(count: number, thing: T): readonly T[] {
  return Array.from({ length: Math.max(0, count) }, () => thing)
}

/** A rectangle on a printed page, in millimetres from its upper left corner. */
export interface PaperArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The paper that forms are printed on. */
export const formPaper = { width: 210, height: 297 } as const

/** The code that says which piece of paper it is: at the upper corner where lines end, in either direction of writing. */
export const pageCodeAreas: readonly PaperArea[] = [
  { x: 180, y: 15.6, width: 18, height: 18 },
  { x: 12, y: 15.6, width: 18, height: 18 },
]

/**
 * Where a printed form has the names and signatures of so many people: on its second page, under its head, in two
 * columns.
 */
export function namesOnForm(people: number): PaperArea {
  const rows = Math.ceil(people / 2)
  return {
    x: 0,
    y: 44,
    width: formPaper.width,
    height: Math.min(7 + 10.8 * rows, formPaper.height - 44 - 13),
  }
}
