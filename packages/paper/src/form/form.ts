import { saidOf } from '@countersign/election'
import { pageCode } from '@countersign/record'
import { codePicture } from '../code-picture.ts'
import { digits } from '../numbers.ts'
import {
  type Heading,
  headingOf,
  nameIn,
  type Occasion,
  type Place,
  type Printed,
  watermarkOf,
  whereabouts,
} from '../printed.ts'
import { say } from '../words.ts'
import type { PaperSection } from './lines.ts'
import type { PaperPerson } from './people.ts'

/** A result form as it is typeset: once, for each of its copies. */
export interface PaperForm {
  readonly heading: Heading
  readonly labels: Readonly<Record<string, string>>
  /** Page numbers as they are written, by number. */
  readonly digits: readonly string[]
  readonly box: string
  readonly serial: string
  readonly where: string
  readonly stubs: string | null
  readonly note: string
  readonly copies: readonly PaperCopy[]
  /** The figures of the ballots, and those of the candidates. */
  readonly sections: readonly PaperSection[]
  readonly people: readonly PaperPerson[]
  /** Explanations, objections and what the sums say; null where there is room to write instead. */
  readonly remarks: readonly string[] | null
  readonly sums: readonly string[] | null
  readonly signed: string | null
  /** The short code of the form's ID; null where boxes are left for it. */
  readonly code: string | null
  /** The codes that carry the form, as pictures. */
  readonly codes: readonly { readonly picture: string; readonly says: string }[]
}

interface PaperCopy {
  readonly copy: string
  readonly destination: string | null
  /** By page, the code that says which piece of paper it is. */
  readonly codes: readonly string[]
}

/** More pages than a form ever has. */
const pages = 6

/** What a blank and a filled form have in common. */
export function formHead(occasion: Occasion, place: Place): Omit<PaperForm, Filled> {
  const { language } = occasion
  const { box, serial, firstStub, lastStub } = place
  const stubs = { first: digits(firstStub ?? 0, language), last: digits(lastStub ?? 0, language) }
  return {
    heading: headingOf(occasion, say(language, 'form.title')),
    labels: labelsOf(occasion),
    digits: Array.from({ length: 100 }, (_, page) => digits(page, language)),
    box,
    serial,
    where: whereabouts(place, language),
    stubs: firstStub === undefined || lastStub === undefined ? null : say(language, 'form.stubs', stubs),
    copies: copiesOf(occasion, place),
  }
}

type Filled = 'note' | 'sections' | 'people' | 'remarks' | 'sums' | 'signed' | 'code' | 'codes'

export function printedForm(occasion: Occasion, place: Place, form: PaperForm): Printed {
  const { language } = occasion
  return {
    template: 'form',
    language,
    title: `${say(language, 'form.title')} ${place.box}`,
    watermark: watermarkOf(occasion),
    data: form,
  }
}

function copiesOf(
  { definition, definitionId, ballot, language }: Occasion,
  place: Place,
): readonly PaperCopy[] {
  const { copies = [{ number: 1, name: saidOf({ en: 'the box', fa: 'صندوق' }) }] } = definition
  return copies.map(({ number, name }) => ({
    copy: say(language, 'form.copy', {
      copy: digits(number, language),
      copies: digits(copies.length, language),
    }),
    destination: say(language, 'form.for', { destination: nameIn({ ...name }, language) }),
    codes: Array.from({ length: pages }, (_, i) =>
      codePicture(
        pageCode({
          definition: definitionId,
          round: ballot.round,
          copy: number,
          page: i + 1,
          box: place.box,
          serial: place.serial,
        }),
      ),
    ),
  }))
}

function labelsOf({ language }: Occasion): Readonly<Record<string, string>> {
  const keys = [
    'form.box',
    'form.serial',
    'form.page',
    'form.words',
    'form.people',
    'form.name',
    'form.signature',
    'form.refused',
    'form.explanations',
    'form.code',
    'form.sums',
    'form.hold',
    'form.codes',
    'form.signed',
    'form.none',
    'time.blank',
  ] as const
  // The page numbers are only known where the pages are made; their braces stay.
  return Object.fromEntries(
    keys.map(key => [key.split('.').join('-'), say(language, key, { page: '{page}', pages: '{pages}' })]),
  )
}
