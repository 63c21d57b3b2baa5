import type { Language } from './words.ts'

/** Where a language writes its days: Persian in the Solar Hijri calendar. */
const calendars: Readonly<Record<Language, string>> = { en: 'en-GB', fa: 'fa-IR-u-ca-persian' }

/** A day (`2024-06-28`) in the language's own calendar. */
export function day(iso: string, language: Language): string {
  const format = new Intl.DateTimeFormat(calendars[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(Date.parse(`${iso}T00:00:00Z`))
}

/** A moment in UTC seconds, as a clock in that time zone (IANA name) shows it, with its day. */
export function moment(seconds: number, language: Language, timeZone: string): string {
  const at = seconds * 1000
  const time = new Intl.DateTimeFormat(calendars[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at)
  const on = new Intl.DateTimeFormat(calendars[language], { dateStyle: 'medium', timeZone }).format(at)
  return `${time} · ${on}`
}
