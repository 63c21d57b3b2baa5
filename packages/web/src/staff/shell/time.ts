/** A date and time as the device's field gives it, in the device's own time; UTC seconds. */
export function secondsOf(typed: string | undefined): number | undefined {
  const milliseconds = Date.parse(typed ?? '')
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}

/** The same, for a field: `2031-06-06T08:00`. */
export function localTime(milliseconds: number): string {
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000
  return new Date(milliseconds - offset).toISOString().slice(0, 16)
}

/** A moment by the device's clock, in the language's own calendar. */
export function localMoment(seconds: number, language: string): string {
  const locale = language === 'fa' ? 'fa-IR-u-ca-persian' : language
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(seconds * 1000)
}
