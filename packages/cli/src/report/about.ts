import { type Language, nameIn, written } from '@countersign/analysis/report'
import type { Studied } from '../rows/rows.ts'

const words = {
  en: {
    round: (n: string, date: string) => `Round ${n}${date === '' ? '' : `, ${date}`}`,
    published: (name: string) => `figures as published by ${name}`,
    rows: (n: string, level: string) => `${n} rows of the level “${level}”`,
    record: (size: string, intact: boolean) =>
      `the record at tree size ${size}: ${intact ? 'intact' : 'NOT intact; run countersign verify'}`,
    table: 'a table, not a record: nothing here is signed',
    synthetic: 'a rehearsal: nothing here is of a real election',
  },
  fa: {
    round: (n: string, date: string) => `دور ${n}${date === '' ? '' : `، ${date}`}`,
    published: (name: string) => `ارقام چنان‌که ${name} منتشر کرده است`,
    rows: (n: string, level: string) => `${n} ردیف از سطح «${level}»`,
    record: (size: string, intact: boolean) =>
      `سند در اندازهٔ درخت ${size}: ${intact ? 'دست‌نخورده' : 'دست‌نخورده نیست؛ countersign verify را اجرا کنید'}`,
    table: 'یک جدول، نه سند: هیچ‌چیز اینجا امضا ندارد',
    synthetic: 'تمرینی است: هیچ‌چیز اینجا از انتخاباتی واقعی نیست',
  },
} as const

/** What a report is about: the round, who published, how many rows, which version of the record. */
export function aboutLines({ rows, election, intact }: Studied, language: Language): readonly string[] {
  const say = words[language]
  const { count } = written[language]
  const { about, length, level } = rows
  const date = about.date === undefined ? '' : dayIn(about.date, language)
  return [
    say.round(count(about.round), date),
    ...(about.publishedBy ? [say.published(nameIn(about.publishedBy, language))] : []),
    say.rows(count(length), level),
    election ? say.record(count(election.size), intact === true) : say.table,
    ...(election?.definition.origin.startsWith('rehearsal.') ? [say.synthetic] : []),
  ]
}

function dayIn(date: string, language: Language): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(language === 'fa' ? 'fa-IR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
}
