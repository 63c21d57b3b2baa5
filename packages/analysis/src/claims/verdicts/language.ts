export type Language = 'en' | 'fa'
export type Both = Readonly<Record<Language, string>>

/** The same in each language. */
export function both(say: (language: Language) => string): Both {
  return { en: say('en'), fa: say('fa') }
}

const things: Readonly<Record<string, readonly [en: string, fa: string]>> = {
  registered: ['candidates registered', 'نامزدهای ثبت‌نام‌کرده'],
  approved: ['candidates approved', 'نامزدهای تأییدصلاحیت‌شده'],
  withdrew: ['candidates who withdrew', 'نامزدهای انصراف‌داده'],
  'on-ballot': ['candidates on the ballot', 'نامزدهای روی برگهٔ رأی'],
  debates: ['debates', 'مناظره‌ها'],
  seats: ['seats', 'کرسی‌ها'],
  'seats-won': ['seats won', 'کرسی‌های به‌دست‌آمده'],
  'second-round-seats': ['seats of the second round', 'کرسی‌های دور دوم'],
  provinces: ['provinces', 'استان‌ها'],
  'polling-places': ['polling places', 'شعبه‌های اخذ رأی'],
  'polling-places-abroad': ['polling places abroad', 'شعبه‌های خارج از کشور'],
  'places-over-eligible:places': [
    'places with more votes than eligible voters',
    'جاهایی با رأی بیش از واجدان شرایط',
  ],
  'places-over-eligible:excess': [
    'votes above the eligible voters of such places',
    'رأی‌های مازاد بر واجدان شرایطِ چنین جاهایی',
  ],
  'places-over-eligible:votes': [
    'all votes of places with more votes than eligible voters',
    'همهٔ رأی‌های جاهایی با رأی بیش از واجدان شرایط',
  ],
  round: ['the election', 'انتخابات'],
  'round:1': ['round 1', 'دور 1'],
  'round:2': ['round 2', 'دور 2'],
  vacancy: ['the vacancy', 'خالی شدن مقام'],
  oath: ['taking office', 'سوگند'],
  turnout: ['turnout', 'مشارکت'],
  taken: ['votes taken', 'آرای مأخوذه'],
  rejected: ['rejected', 'ردصلاحیت'],
  about: ['about', 'حدود'],
  almost: ['almost', 'نزدیک به'],
  over: ['over', 'بیش از'],
}
const acts: Readonly<Record<string, string>> = { withdrew: 'انصراف', rejected: 'ردصلاحیت' }

/** What is counted, dated or stated, by the name that facts and rules have for it. */
export function thing(what: string, language: Language): string {
  return things[what]?.[language === 'en' ? 0 : 1] ?? what
}

/** What became of a candidacy. */
export function act(what: string, language: Language): string {
  return language === 'en' ? what : (acts[what] ?? what)
}

const solar = new Intl.DateTimeFormat('fa-IR-u-ca-persian', { dateStyle: 'long', timeZone: 'UTC' })

/** A day: as ISO 8601 writes it, or in words of the Solar Hijri calendar. */
export function onDay(iso: string, language: Language): string {
  return language === 'en' ? iso : solar.format(Date.parse(iso))
}

/** Figures in the digits and signs of Persian print, each computation from left to right. */
export function inPersianDigits(text: string): string {
  return text
    .replace(/(?<=\d),(?=\d)/g, '٬')
    .replace(/(?<=\d)\.(?=\d)/g, '٫')
    .replaceAll('%', '٪')
    .replace(/\d/g, digit => String.fromCharCode(0x6f0 + Number(digit)))
}
