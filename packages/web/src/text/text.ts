import { IntlMessageFormat } from 'intl-messageformat'

/** Message texts by key, in ICU MessageFormat: one such file a language, in `messages/`. */
export type Messages = Readonly<Record<string, string>>

/** Names in several languages, by BCP 47 tag; one is enough. */
export type Names = Readonly<Record<string, string | undefined>>

type Values = Readonly<Record<string, string | number>>

/** Everything that a page says in one language. */
export interface Text {
  /** BCP 47 tag. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The message of this key, with its values put in; a missing key is a bug and throws. */
  say(key: string, values?: Values): string
  /** The name in this language, else in any that there is. */
  name(names: Names): string
  /** A whole number of votes, ballots or people, grouped, in this language's digits. */
  count(whole: number): string
  /** A decimal as printed from integers ("38.611"), in this language's digits, with a percent sign. */
  percent(decimal: string): string
  /** A day ("2024-06-28") in this language's own calendar. */
  day(iso: string): string
  /** The same day in the Gregorian calendar, for languages whose own calendar is another. */
  gregorianDay(iso: string): string
}

const calendars: Readonly<Record<string, string>> = { fa: 'fa-IR-u-ca-persian' }

/** The text of one language: its messages with `Intl`'s numbers, percentages and calendars. */
export function textIn(language: string, messages: Messages): Text {
  const formats = new Map<string, IntlMessageFormat>()
  const formatOf = (key: string) => {
    const known = formats.get(key)
    if (known) return known
    const message = messages[key]
    if (message === undefined) throw new Error(`no message "${key}" in ${language}`)
    const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
    formats.set(key, format)
    return format
  }
  const counts = new Intl.NumberFormat(language)
  const dayIn = (locale: string, iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    )
  return {
    language,
    direction: /^(ar|fa|he|ps|ur|ckb)\b/.test(language) ? 'rtl' : 'ltr',
    say: (key, values) => String(formatOf(key).format(values)),
    name: names => names[language] ?? names.en ?? Object.values(names).find(name => name !== undefined) ?? '',
    count: whole => counts.format(whole),
    percent: decimal => {
      const digits = decimal.split('.')[1]?.length ?? 0
      const format = new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
      return say('percent', format.format(Number(decimal)))
    },
    day: iso => dayIn(calendars[language] ?? language, iso),
    gregorianDay: iso => dayIn(`${language}-u-ca-gregory`, iso),
  }

  function say(key: string, number: string): string {
    return String(formatOf(key).format({ number }))
  }
}
