import type { Election } from '@countersign/election'
import {
  addressOf,
  blankForm,
  cardSheets,
  countSheet,
  filledForm,
  type Occasion,
  type Place,
  type Printed,
  poster,
  seedSheets,
  sideNamed,
  signedForm,
} from '@countersign/paper'
import { type LogReader, ok, type Result, refuse } from '@countersign/tlog'
import { cardsIn, seedsIn } from './cards.ts'
import type { Order } from './order.ts'

/** The record that it is printed from, and what of it is meant. */
export interface Matter {
  readonly election: Election
  readonly log: LogReader
  readonly occasions: readonly Occasion[]
  readonly places: readonly Place[]
}

/** Makes a piece when its turn comes, so that only one batch is ever held. */
export type Maker = () => Promise<Result<readonly Printed[]>>

/** What makes each piece. Refusals: those of cards and of the record’s entries. */
export async function makersOf(order: Order, matter: Matter): Promise<Result<readonly Maker[]>> {
  if (order.kind === 'cards' || order.kind === 'seeds') return cardMakers(order, matter)
  const { occasions, places } = matter
  return ok(
    places.map(place => async () => {
      const printed: Printed[] = []
      for (const occasion of occasions) {
        const one = await pieceOf(order, matter, occasion, place)
        if (one && !one.ok) return one
        if (one) printed.push(one.value)
      }
      return ok(printed)
    }),
  )
}

/** One box's piece in one language; none where the box has no form yet. */
async function pieceOf(
  { kind, site }: Order,
  { election, log }: Matter,
  occasion: Occasion,
  place: Place,
): Promise<Result<Printed> | undefined> {
  if (kind === 'blank') return ok(blankForm(occasion, place))
  if (kind === 'count-sheet') return ok(countSheet(occasion, place))
  if (kind === 'poster')
    return ok(
      poster(occasion, {
        place,
        ...(site !== undefined && { address: addressOf(site, occasion.language, place.box) }),
      }),
    )
  const signed = await signedForm(election, index => log.entry(index), occasion.ballot.round, place.box)
  if (!signed) return undefined
  return signed.ok ? filledForm(occasion, place, signed.value) : signed
}

function cardMakers(
  { kind, invitations, seeds, side }: Order,
  { election, occasions, places }: Matter,
): Result<readonly Maker[]> {
  const file = kind === 'cards' ? invitations : seeds
  if (file === undefined || side === undefined)
    return kind === 'cards'
      ? refuse(
          'no-invitations',
          'Cards need --invitations, what the server answered, and --side, who invites.',
        )
      : refuse('no-seeds', 'Seeds need --seeds, the table of them, and --side, whose people they are for.')
  const makers: Maker[] = []
  for (const { definition, language } of occasions) {
    const name = sideNamed(election, side, language)
    if (name === undefined)
      return refuse('no-such-side', `There is no body or candidate ${side} in the record.`)
    const occasion = { definition, language }
    const sheets =
      kind === 'cards'
        ? inHundreds(cardsIn(file, { side: name, places }, language), some => cardSheets(occasion, some))
        : inHundreds(seedsIn(file, { id: side, side: name, places }, language), some =>
            seedSheets(occasion, some),
          )
    if (!sheets.ok) return sheets
    makers.push(...sheets.value)
  }
  return ok(makers)
}

function inHundreds<C>(
  cards: Result<readonly C[]>,
  print: (some: readonly C[]) => Printed,
): Result<readonly Maker[]> {
  if (!cards.ok) return cards
  const { value } = cards
  const hundreds = Array.from({ length: Math.ceil(value.length / 100) }, (_, i) =>
    value.slice(100 * i, 100 * i + 100),
  )
  return ok(hundreds.map(some => async () => ok([print(some)])))
}
