import type { Occasion, Place, Printed } from '../printed.ts'
import { say } from '../words.ts'
import { formHead, printedForm } from './form.ts'
import { paperSections } from './lines.ts'
import { expectedPeople } from './people.ts'

/** A form to fill in by hand, with boxes for digits: every copy, each with its destination. */
export function blankForm(occasion: Occasion, place: Place): Printed {
  const { language } = occasion
  return printedForm(occasion, place, {
    ...formHead(occasion, place),
    note: say(language, 'form.blank'),
    sections: paperSections(occasion, {}),
    people: expectedPeople(occasion),
    remarks: null,
    sums: null,
    signed: null,
    code: null,
    codes: [],
  })
}
