/** A calendar that a text may count its days in: the Gregorian, or the Solar Hijri of Iran and Afghanistan. */
export type Calendar = 'gregorian' | 'solar'

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const solar = new Intl.DateTimeFormat('en-u-ca-persian', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})
const known = new Map<string, Day>()

/** A day, ISO 8601, as a calendar counts it. */
export function dayIn(iso: string, calendar: Calendar = 'gregorian'): Day {
  if (calendar === 'solar') return solarDay(iso)
  const [year, month, day] = iso.split('-').map(Number)
  return { year: year!, month: month!, day: day! }
}

function solarDay(iso: string): Day {
  const found = known.get(iso) ?? solarParts(Date.parse(iso))
  known.set(iso, found)
  return found
}

function solarParts(time: number): Day {
  const parts = solar.formatToParts(time)
  const part = (type: string) => Number(parts.find(each => each.type === type)!.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

const oneDay = 86_400_000

/** The Gregorian day of one that is counted in the Solar Hijri calendar; nothing where there is none, such as the 30th of a short last month. */
export function gregorianOf({ year, month, day }: Day): Day | undefined {
  const into = (month - 1) * 31 - Math.max(0, month - 7) + day - 1
  const near = Date.UTC(year + 621, 2, 21) + into * oneDay
  for (const off of [0, -1, 1]) {
    const time = near + off * oneDay
    const found = solarParts(time)
    if (found.year === year && found.month === month && found.day === day)
      return dayIn(new Date(time).toISOString().slice(0, 10))
  }
  return undefined
}
