import { type Form, inkWords, roleWords } from '@countersign/election'
import { digits } from '../numbers.ts'
import { nameIn, type Occasion } from '../printed.ts'
import { quoted } from '../words.ts'

/** A place to sign. */
export interface PaperPerson {
  readonly at: string
  /** What the person does, and for whom. */
  readonly who: string
  /** What the device says of the signature on paper; null on a blank form. */
  readonly ink: string | null
}

type Role = NonNullable<Form['people']>[number]['role']

/** Everyone who is expected at a box: the staff, two police, four supervisors, an agent for each candidate. */
export function expectedPeople(occasion: Occasion): readonly PaperPerson[] {
  const { definition, ballot } = occasion
  const staff = definition.staff ?? 8
  const side = (role: 'authority' | 'supervisingBody') =>
    definition.bodies.find(body => body.role === role)?.id
  return numbered(occasion, [
    { role: 'leader', side: side('authority') },
    ...times(staff - 1, { role: 'official', side: side('authority') } as const),
    ...times(2, { role: 'police', side: undefined } as const),
    ...times(4, { role: 'supervisor', side: side('supervisingBody') } as const),
    ...ballot.candidates.map(({ id }) => ({ role: 'agent', side: id }) as const),
  ])
}

/** Everyone whom the form lists, with what it says of their signatures. */
export function listedPeople(occasion: Occasion, people: Form['people'] = []): readonly PaperPerson[] {
  const { language } = occasion
  return numbered(occasion, people).map((person, i) => {
    const { ink, ground } = people[i]!
    return {
      ...person,
      ink: [inkWords[ink][language], ...(ground === undefined ? [] : [quoted(ground)])].join(': '),
    }
  })
}

/** A side as the paper names it: a body, a candidate, else its identifier. */
export function sideName({ definition, ballot, language }: Occasion, side: string): string {
  const named =
    definition.bodies.find(({ id }) => id === side)?.name ??
    ballot.candidates.find(({ id }) => id === side)?.name
  return named === undefined ? side : nameIn(named, language)
}

function numbered(
  occasion: Occasion,
  people: readonly { readonly role: Role; readonly side?: string | undefined }[],
): readonly PaperPerson[] {
  const { language } = occasion
  return people.map(({ role, side }, i) => ({
    at: digits(i + 1, language),
    who: [roleWords[role][language], ...(side === undefined ? [] : [sideName(occasion, side)])].join(' · '),
    ink: null,
  }))
}

function times<T>(count: number, thing: T): readonly T[] {
  return Array.from({ length: Math.max(0, count) }, () => thing)
}
