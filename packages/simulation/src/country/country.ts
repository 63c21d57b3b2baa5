import { type RowGiven, type Rows, rowsOf } from '@countersign/analysis'
import { logistic, multinomial, normal, type Random } from '../draws.ts'

/** What a made-up country is like. Spreads are standard deviations on the logit scale. */
export interface Country {
  readonly counties: number
  readonly boxesPerCounty: number
  /** The middle size of a box, and its spread on the scale of logarithms. */
  readonly voters: number
  readonly sizes: number
  readonly turnout: number
  /** The candidates' shares in the country, first the one who leads. */
  readonly shares: readonly number[]
  readonly invalid: number
  readonly countySpread: number
  readonly boxSpread: number
  /** How far support for the leader goes along with turnout, −1 to 1: it may in a clean election. */
  readonly alongTurnout: number
}

/** 60,000 boxes, four candidates, an even country. */
export const plainCountry: Country = {
  counties: 400,
  boxesPerCounty: 150,
  voters: 1400,
  sizes: 0.5,
  turnout: 0.6,
  shares: [0.52, 0.3, 0.12, 0.06],
  invalid: 0.015,
  countySpread: 0.45,
  boxSpread: 0.25,
  alongTurnout: 0.2,
}

/** The same country with fewer counties. */
export function smaller(country: Country, counties: number): Country {
  return { ...country, counties }
}

/** A clean election: everyone votes by themselves, every ballot is counted as it is. Synthetic. */
export function cleanElection(country: Country, random: Random): Rows {
  const rows: RowGiven[] = []
  for (let county = 0; county < country.counties; county++) {
    const here = tasteOf(country, country.countySpread, random)
    for (let box = 0; box < country.boxesPerCounty; box++) {
      const own = tasteOf(country, country.boxSpread, random)
      rows.push({
        id: `${county + 1}-${box + 1}`,
        area: `C${county + 1}`,
        figures: boxOf(country, [here, own], random),
      })
    }
  }
  return rowsOf({
    about: { name: { en: 'Synthetic country' }, round: 1, rule: 'majority', of: 'valid' },
    level: 'box',
    candidates: country.shares.map((_, i) => ({
      id: letter(i),
      number: i + 1,
      name: { und: letter(i).toUpperCase() },
    })),
    areas: [
      { id: 'country', level: 'country', name: { en: 'Synthetic country' } },
      ...Array.from({ length: country.counties }, (_, i) => ({
        id: `C${i + 1}`,
        level: 'county',
        parent: 'country',
        name: { und: `C${i + 1}` },
      })),
    ],
    rows,
  })
}

/** How a place differs from the country: in turnout, and in the liking of each candidate. */
interface Taste {
  readonly turnout: number
  readonly liking: readonly number[]
}

function tasteOf({ shares, alongTurnout }: Country, spread: number, random: Random): Taste {
  const turnout = normal(random)
  return {
    turnout: turnout * spread,
    liking: shares.map((_, candidate) => {
      const own = normal(random)
      const along = candidate === 0 ? alongTurnout : 0
      return spread * (along * turnout + Math.sqrt(1 - along ** 2) * own)
    }),
  }
}

function boxOf(country: Country, tastes: readonly Taste[], random: Random): RowGiven['figures'] {
  const eligible = Math.max(30, Math.round(country.voters * Math.exp(country.sizes * normal(random))))
  const sum = (of: (taste: Taste) => number) => tastes.reduce((total, taste) => total + of(taste), 0)
  const turnout = logistic(Math.log(country.turnout / (1 - country.turnout)) + sum(({ turnout }) => turnout))
  const liked = country.shares.map((share, i) => share * Math.exp(sum(({ liking }) => liking[i]!)))
  const all = liked.reduce((total, weight) => total + weight, 0)
  const valid = 1 - country.invalid
  const chances = [
    1 - turnout,
    turnout * country.invalid,
    ...liked.map(weight => (turnout * valid * weight) / all),
  ]
  const [home, invalid, ...votes] = multinomial(eligible, chances, random)
  const taken = eligible - home!
  return {
    eligible,
    issued: taken,
    taken,
    invalid: invalid!,
    valid: taken - invalid!,
    votes: Object.fromEntries(votes.map((count, i) => [i + 1, count])),
  }
}

function letter(i: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + i)
}
