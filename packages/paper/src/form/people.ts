import { type Expected, expectedAtBox, type Form, inkWords, roleWords } from '@countersign/election'
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

/** The places to sign of everyone who is expected at a box. */
export function expectedPeople(occasion: Occasion): readonly PaperPerson[] {
  return numbered(occasion, expectedAtBox(occasion.definition, occasion.ballot))
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

function numbered(occasion: Occasion, people: readonly Expected[]): readonly PaperPerson[] {
  const { language } = occasion
  return people.map(({ role, side }, i) => ({
    at: digits(i + 1, language),
    who: [roleWords[role][language], ...(side === undefined ? [] : [sideName(occasion, side)])].join(' · '),
    ink: null,
  }))
}
