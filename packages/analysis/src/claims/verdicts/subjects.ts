import type { Measure } from '../claim.ts'
import { namesOf } from '../reading/roles.ts'
import { figureNames } from './explain.ts'
import { act, inPersianDigits, type Language, thing } from './language.ts'

/** What each kind of claim measures; `{who}` is who, `{over}` whom it is over. */
const subjects: Readonly<
  Record<Exclude<Measure['kind'], 'total' | 'count' | 'change'>, readonly [en: string, fa: string]>
> = {
  share: ['share of {who}', 'سهم {who}'],
  votes: ['votes of {who}', 'رأی‌های {who}'],
  lead: ['lead of {who}', 'فاصلهٔ {who}'],
  turnout: ['turnout', 'میزان مشارکت'],
  abstention: ['abstention', 'رأی‌ندادگان'],
  invalidShare: ['share of invalid votes', 'سهم آرای باطله'],
  times: ['times the votes: {who}', 'چند برابر رأی: {who}'],
  rank: ['rank of {who}', 'جایگاه {who}'],
  elected: ['elected: {who}', 'برگزیده: {who}'],
  majority: ['majority of {who}', 'اکثریت {who}'],
  threshold: ['threshold to be elected', 'حد نصاب برگزیده شدن'],
  runoff: ['run-off', 'دور دوم'],
  extreme: ['{way} turnout', 'مشارکت {way}'],
  date: ['date of {what}', 'تاریخ {what}'],
  act: ['{what}: {who}', '{what}: {who}'],
  poll: ['poll: {who}', 'نظرسنجی: {who}'],
  discard: ['the result without these votes', 'نتیجه بدون این رأی‌ها'],
  halfLead: ['half of the lead', 'نیمی از فاصله'],
  united: ['had they been one: {who}', 'اگر یکی می‌بودند: {who}'],
}

/** What is measured, and of whom: `share of Saeed Jalili`, `turnout`, `lead of A over B`. `named` gives a name for an id. */
export function subjectOf(
  measure: Measure,
  named: (id: string) => string,
  language: Language = 'en',
): string {
  const at = language === 'en' ? 0 : 1
  const names = namesOf(measure).map(named)
  if (measure.kind === 'total') return language === 'en' ? measure.figure : figureNames[measure.figure]!.fa
  if (measure.kind === 'count')
    return measure.who === undefined
      ? thing(measure.what, language)
      : `${thing(measure.what, language)}: ${named(measure.who)}`
  if (measure.kind === 'change')
    return `${language === 'en' ? 'change of' : 'تغییر'} ${subjectOf(measure.of, named, language)} ${ways[measure.way][at]}`
  const joined =
    'over' in measure && measure.over !== undefined
      ? names.join(language === 'en' ? ' over ' : ' از ')
      : names.join(' + ')
  const values: Readonly<Record<string, string>> = {
    who: joined || (language === 'en' ? 'nobody' : 'هیچ‌کس'),
    what: 'what' in measure ? (measure.kind === 'act' ? act : thing)(measure.what, language) : '',
    way: measure.kind === 'extreme' ? extremes[measure.low ? 'low' : 'high'][at] : '',
  }
  const subject = subjects[measure.kind][at].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  return language === 'en' ? subject : inPersianDigits(subject)
}

const ways = { up: ['up', '(افزایش)'], down: ['down', '(کاهش)'] } as const
const extremes = { low: ['lowest', 'کمترین'], high: ['highest', 'بیشترین'] } as const
