import { type Definition, roleWords } from '@countersign/election'
import { codePicture } from './code-picture.ts'
import { nameIn, type Printed, watermarkOf } from './printed.ts'
import { type Language, say } from './words.ts'

/** An invitation to one person, by number: no name is on it. */
export interface Card {
  /** The address that the code opens; it works once. */
  readonly link: string
  /** The code in the link, to be typed where there is no camera. */
  readonly code: string
  readonly role: keyof typeof roleWords
  /** The body or candidate that invites, as the card names it. */
  readonly side: string
  readonly card: string
  /** Where the person acts: the box and the place, as one line. */
  readonly where?: string
}

/**
 * Invitations, ten to a page, to be cut. Some thousands at a time: each is a picture that is typeset.
 * @param cards in the order in which they lie on the pages, row by row
 */
export function cardSheets(
  { definition, language }: { readonly definition: Definition; readonly language: Language },
  cards: readonly Card[],
): Printed {
  return {
    template: 'cards',
    language,
    title: say(language, 'card.title'),
    watermark: watermarkOf({ definition, language }),
    data: {
      election: nameIn(definition.name, language),
      title: say(language, 'card.title'),
      how: say(language, 'card.how'),
      cards: cards.map(({ link, code, role, side, card, where }) => ({
        who: say(language, 'card.for', { role: roleWords[role][language], side }),
        number: say(language, 'card.number', { card: `\u2066${card}\u2069` }),
        once: say(language, 'card.once', { side }),
        where: where ?? null,
        // In groups, as one reads it out.
        code: code.replace(/(.{4})(?=.)/g, '$1 '),
        picture: codePicture(link),
      })),
    },
  }
}
