import { type Definition, roleWords } from '@countersign/election'
import { codePicture } from './code-picture.ts'
import { nameIn, type Printed, watermarkOf } from './printed.ts'
import { type Language, say } from './words.ts'

/** Whom a card is for, by number: no name is on it. */
interface Bearer {
  readonly role: keyof typeof roleWords
  /** The body or candidate that gives the card, as the card names it. */
  readonly side: string
  readonly card: string
  /** Where the person acts: the box and the place, as one line. */
  readonly where?: string
}

/** An invitation to one person. */
export interface Card extends Bearer {
  /** The address that the code opens; it works once. */
  readonly link: string
  /** The code in the link, to be typed where there is no camera. */
  readonly code: string
}

/** A key for someone whose own device may fail: the last resort. */
export interface SeedCard extends Bearer {
  /** As `formatSeed` writes it; its QR code is the same text. */
  readonly seed: string
  readonly serial: string
}

type For = { readonly definition: Definition; readonly language: Language }

/**
 * Invitations, ten to a page, to be cut. Some thousands at a time: each is a picture that is typeset.
 * @param cards in the order in which they lie on the pages, row by row
 */
export function cardSheets(occasion: For, cards: readonly Card[]): Printed {
  const { language } = occasion
  return sheets(occasion, 'card', cards, card => ({
    ...bearer(card, language),
    once: say(language, 'card.once', { side: card.side }),
    // In groups, as one reads it out.
    code: card.code.replace(/(.{4})(?=.)/g, '$1 '),
    picture: codePicture(card.link),
  }))
}

/** Sealed seeds, ten to a page, to be cut and put into envelopes that nothing shines through. */
export function seedSheets(occasion: For, seeds: readonly SeedCard[]): Printed {
  const { language } = occasion
  return sheets(occasion, 'seed', seeds, card => ({
    ...bearer(card, language),
    once: say(language, 'seed.once', { side: card.side, serial: `\u2066${card.serial}\u2069` }),
    code: card.seed.replaceAll('-', ' '),
    picture: codePicture(card.seed),
  }))
}

function sheets<C extends Bearer>(
  { definition, language }: For,
  sort: 'card' | 'seed',
  cards: readonly C[],
  made: (card: C) => object,
): Printed {
  const title = say(language, `${sort}.title`)
  return {
    template: 'cards',
    language,
    title,
    watermark: watermarkOf({ definition, language }),
    data: {
      election: nameIn(definition.name, language),
      title,
      how: say(language, `${sort}.how`),
      cards: cards.map(made),
    },
  }
}

function bearer({ role, side, card, where }: Bearer, language: Language) {
  return {
    who: say(language, 'card.for', { role: roleWords[role][language], side }),
    number: say(language, 'card.number', { card: `\u2066${card}\u2069` }),
    where: where ?? null,
  }
}
