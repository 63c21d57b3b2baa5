import { IntlMessageFormat } from 'intl-messageformat'

/** Message texts by key, in ICU MessageFormat: one such file a language and application, in `messages/`. */
export type Messages = Readonly<Record<string, string>>

/** The same with each message that has values to put in taken apart, so that a browser needs no parser. */
export type ParsedMessages = Readonly<Record<string, string | Parts>>
type Parts = ReturnType<IntlMessageFormat['getAst']>

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
  /** Whether there is a message of this key. */
  knows(key: string): boolean
  /** The name in this language, else in any that there is. */
  name(names: Names): string
  /** A whole number of votes, ballots or people, grouped, in this language's digits. */
  count(whole: number): string
  /** A difference of two whole numbers, with its sign. */
  signed(difference: number): string
  /** A decimal as printed from integers ("38.611"), in this language's digits, with a percent sign. */
  percent(decimal: string): string
  /** A difference of shares in percentage points ("-1.250"), with its sign. */
  points(decimal: string): string
  /** A day ("2024-06-28") in this language's own calendar. */
  day(iso: string): string
  /** The same day in the Gregorian calendar, for languages whose own calendar is another. */
  gregorianDay(iso: string): string
  /** The day in the language's own calendar, with the Gregorian day where that is another. */
  bothDays(iso: string): string
  /** A moment in UTC seconds: its day in this language's own calendar and its time, which is named as UTC. */
  moment(seconds: number): string
  /** The size of a file in bytes, in the unit that suits it. */
  size(bytes: number): string
  /** Several things in a row: "a, b and c". */
  list(things: readonly string[]): string
}

/** The text of one language: its messages with `Intl`'s numbers, percentages and calendars. */
export function textIn(language: string, messages: ParsedMessages): Text {
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
  // A format takes longer to make than a page's figures to write.
  const made = remembered()
  const number = (options?: Intl.NumberFormatOptions) =>
    made(`${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options))
  const counts = number()
  const lists = new Intl.ListFormat(language)
  /** Where the language writes its days, and in which calendar: a BCP 47 tag of its messages. */
  const own = typeof messages.dates === 'string' ? messages.dates : language
  const gregorian = new Intl.Locale(own, { calendar: 'gregory' }).toString()
  const dateIn = (locale: string, options: Intl.DateTimeFormatOptions, milliseconds: number) =>
    made(
      `${locale} ${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
    ).format(milliseconds)
  const dayIn = (locale: string, iso: string) =>
    dateIn(locale, { dateStyle: 'long' }, Date.parse(`${iso}T00:00:00Z`))
  const decimal = (digits: string, options: Intl.NumberFormatOptions = {}) => {
    const decimals = digits.split('.')[1]?.length ?? 0
    return number({ ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      Number(digits),
    )
  }
  const say = (key: string, values?: Values) => {
    const message = messages[key]
    return typeof message === 'string' && isPlain(message) ? message : String(formatOf(key).format(values))
  }
  return {
    language,
    direction: /^(ar|fa|he|ps|ur|ckb)\b/.test(language) ? 'rtl' : 'ltr',
    say,
    knows: key => messages[key] !== undefined,
    name: names => names[language] ?? names.en ?? Object.values(names).find(name => name !== undefined) ?? '',
    count: whole => counts.format(whole),
    signed: difference => minus(number({ signDisplay: 'exceptZero' }).format(difference)),
    percent: digits => say('percent', { number: decimal(digits) }),
    points: digits => minus(decimal(digits, { signDisplay: 'exceptZero' })),
    day: iso => dayIn(own, iso),
    gregorianDay: iso => dayIn(gregorian, iso),
    bothDays: iso => {
      const [day, other] = [dayIn(own, iso), dayIn(gregorian, iso)]
      return day === other ? day : say('round.dateBoth', { day, gregorian: other })
    },
    moment: seconds =>
      say('moment', {
        day: dateIn(own, { dateStyle: 'long' }, seconds * 1000),
        time: dateIn(own, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, seconds * 1000),
      }),
    size: bytes => {
      const [unit, size] =
        bytes < 1e3 ? ['b', bytes] : bytes < 1e6 ? ['kb', bytes / 1e3] : ['mb', bytes / 1e6]
      return say(`size.${unit}`, { number: number({ maximumSignificantDigits: 3 }).format(size) })
    },
    list: things => lists.format(things),
  }
}

/** A code, which is read from left to right whatever is around it. */
export function isolated(code: string): string {
  return `\u2066${code}\u2069`
}

/** Makes a thing once for each name. */
function remembered(): <Thing>(name: string, make: () => Thing) => Thing {
  const things = new Map<string, unknown>()
  return <Thing>(name: string, make: () => Thing) => {
    if (!things.has(name)) things.set(name, make())
    return things.get(name) as Thing
  }
}

/** A minus as wide as a plus, where a language has a hyphen for it. */
function minus(number: string): string {
  return number.replace('-', '−')
}

/** The messages of a language for a page whose script has no parser. */
export function parsedMessages(language: string, messages: Messages): ParsedMessages {
  const parsed = Object.entries(messages).map(([key, message]): [string, string | Parts] => [
    key,
    isPlain(message)
      ? message
      : new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst(),
  ])
  return Object.fromEntries(parsed)
}

/** Whether a message is said as it is written: nothing is put in, nothing quoted. */
function isPlain(message: string): boolean {
  return !/[{}']/.test(message)
}
