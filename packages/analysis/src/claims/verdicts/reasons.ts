/** Why a claim was not understood, cannot be checked, or is only so far supported: a text in each language. */
export const reasons = {
  'who-is-meant': ['whom it is about is not clear', 'روشن نیست که دربارهٔ کیست'],
  'which-election': ['which election is meant is not clear', 'روشن نیست که کدام انتخابات منظور است'],
  'other-election': [
    'it is about an election of which no facts are held',
    'دربارهٔ انتخاباتی است که داده‌ای از آن در دست نیست',
  ],
  'no-such-year': [
    'no facts are held of an election in {year}',
    'از انتخاباتی در سال {year} داده‌ای در دست نیست',
  ],
  'no-fitting-election': [
    'no facts are held of an election that these words fit',
    'از انتخاباتی که با این واژه‌ها بخواند داده‌ای در دست نیست',
  ],
  'no-fitting-round': [
    'no facts are held of a round that these words fit',
    'از دوری که با این واژه‌ها بخواند داده‌ای در دست نیست',
  ],
  question: ['it is a question', 'پرسش است'],
  'would-be': [
    'it says what would or could be, not what was',
    'از آنچه می‌شد یا می‌توانست بشود می‌گوید، نه از آنچه شد',
  ],
  expected: ['it says what was expected, not what was', 'از آنچه انتظار می‌رفت می‌گوید، نه از آنچه شد'],
  negated: [
    'it says what is not so, and how far the “not” reaches is not clear',
    'چیزی را نفی می‌کند و دامنهٔ نفی روشن نیست',
  ],
  'of-a-poll': [
    'it is what a poll says, and not of a kind that polls are held for',
    'سخن یک نظرسنجی است، نه از آن‌چه برایش داده‌ای هست',
  ],
  'no-figure': ['nothing in it can be held against a figure', 'چیزی در آن نیست که با رقمی سنجیده شود'],
  'not-beyond-doubt': [
    'it does not agree with the figures as it was read here, but it cannot be read beyond doubt',
    'چنان‌که اینجا خوانده شد با ارقام نمی‌خواند، ولی خواندن آن بی‌تردید نیست',
  ],
  'secret-ballot': [
    'how a group of people ({group}) voted is never known: the ballot is secret',
    'این‌که گروهی از مردم ({group}) چگونه رأی داده‌اند هرگز دانسته نمی‌شود: رأی مخفی است',
  ],
  'unfinished-count': [
    'it is of a count that was not finished; the figures held are of the end',
    'از شمارشی ناتمام است؛ ارقام موجود از پایان شمارش‌اند',
  ],
  abroad: ['no figures are held of the votes abroad alone', 'رقمی تنها از رأی‌های خارج از کشور در دست نیست'],
  'several-places': ['it is of several places at once', 'دربارهٔ چند جا با هم است'],
  'unnamed-part': [
    'it is of a part of the country that has no figures of its own here',
    'از بخشی از کشور است که اینجا ارقام جداگانه ندارد',
  ],
  'several-elections': ['it is of several elections at once', 'از چند انتخابات با هم است'],
  'disputes-published': [
    'it disputes the published figures, and no others are held',
    'ارقام منتشرشده را رد می‌کند و ارقام دیگری در دست نیست',
  ],
  'unknown-name': [
    '“{name}” is not known here: a place, or something else that the figure is of',
    '«{name}» اینجا شناخته نیست: جایی یا چیز دیگری که رقم از آن است',
  ],
  'province-or-city': [
    'the figures held are of the province of this name; the text may mean the city',
    'ارقام موجود از استان این نام است؛ شاید منظور متن شهر باشد',
  ],
  'only-unverified': ['the only figures held are not verified', 'تنها ارقام موجود تأییدنشده‌اند'],
  'no-figures': ['no figures are held of what it needs', 'رقمی از آنچه لازم دارد در دست نیست'],
  'no-figures-of-place': ['no figures are held of this place', 'رقمی از این جا در دست نیست'],
  'no-rule': ['the rule of this round is not held', 'قاعدهٔ این دور در دست نیست'],
  'not-all-votes': ['not every candidate’s votes are held', 'رأی همهٔ نامزدها در دست نیست'],
  'no-day': ['the day is not held', 'روز آن در دست نیست'],
  'no-number': ['this number is not held', 'این شمار در دست نیست'],
  'no-statement': [
    'no statement about such places is held, and no figures of every place',
    'نه اظهاری دربارهٔ چنین جاهایی در دست است و نه ارقام همهٔ جاها',
  ],
  'as-stated': [
    'it is what the body stated; the figures of the places themselves are not held',
    'همان است که نهاد گفته است؛ ارقام خود آن جاها در دست نیست',
  ],
  'stated-otherwise': [
    'the body stated another number, and the figures of the places are not held',
    'نهاد شمار دیگری گفته است و ارقام آن جاها در دست نیست',
  ],
  'another-quantity': [
    'the body stated the sum of all votes there, which is another quantity than the excess over eligible voters',
    'نهاد جمع همهٔ رأی‌های آنجا را گفته است، که جز مازاد بر واجدان شرایط است',
  ],
  'no-event': [
    'no such event is held; that alone does not contradict it',
    'چنین رویدادی در دست نیست؛ این به‌تنهایی آن را رد نمی‌کند',
  ],
  'no-turnout': ['the turnout itself is not held', 'خود میزان مشارکت در دست نیست'],
  'another-kind': ['an election of another kind passed it', 'انتخاباتی از نوع دیگر از آن گذشته است'],
  'not-all-elections': [
    'of the {earlier} earlier rounds held none passed it, and not every election is held',
    'از {earlier} دور پیشین موجود هیچ‌یک از آن نگذشته است، و همهٔ انتخابات‌ها در دست نیست',
  ],
  'passed-since': [
    'of the {earlier} earlier rounds held none passed it, and not every election is held; passed since, on {since}',
    'از {earlier} دور پیشین موجود هیچ‌یک از آن نگذشته است، و همهٔ انتخابات‌ها در دست نیست؛ پس از آن در {since} از آن گذشته شد',
  ],
  'only-rounded': ['only the rounded number was published', 'تنها عدد گردشده منتشر شده است'],
  'not-both': ['one of the two figures is not held', 'یکی از دو رقم در دست نیست'],
  'half-of-another': [
    'it is half of a figure of the text, and not of the lead as it is held',
    'نیمی از رقمی در متن است، نه از فاصلهٔ موجود',
  ],
  'half-of-rounded': ['half of the lead as the text rounded it', 'نیمی از فاصله‌ای که متن گرد کرده است'],
  'from-rounded': [
    'it follows from figures that the text had rounded: {from}',
    'از ارقامی به دست می‌آید که متن گرد کرده است: {from}',
  ],
  'worst-case': [
    'even if every one of them was the winner’s; whether they were cannot be known',
    'حتی اگر همهٔ آن‌ها از آنِ برنده بوده باشد؛ این را نمی‌توان دانست',
  ],
  'what-would-have-been': [
    'what would have been cannot be checked: this is what they had together, if all their voters had stayed',
    'آنچه می‌شد سنجیدنی نیست: این جمع رأی آن‌هاست، اگر همهٔ رأی‌دهندگان می‌ماندند',
  ],
  'no-poll': ['no poll of this election is held', 'نظرسنجی‌ای از این انتخابات در دست نیست'],
  'not-in-polls': ['the polls held do not say it', 'نظرسنجی‌های موجود چنین چیزی نمی‌گویند'],
  'other-polls': [
    'the polls held say otherwise; another poll may be meant',
    'نظرسنجی‌های موجود جز این می‌گویند؛ شاید نظرسنجی دیگری منظور باشد',
  ],
  'no-number-given': ['it gives no number', 'عددی نمی‌دهد'],
  'not-read': [
    'what this figure counts, and of whom, was not understood',
    'فهمیده نشد که این رقم چه را و از که می‌شمارد',
  ],
  'only-words': [
    'it speaks of the election, and holds no figure or event that could be compared',
    'از انتخابات می‌گوید و رقم یا رویدادی سنجیدنی ندارد',
  ],
  money: ['it is money', 'پول است'],
  age: ['it is an age', 'سن است'],
  time: ['it is a length of time', 'مدت زمان است'],
  'people-hurt': [
    'it is about people hurt, killed, arrested or protesting',
    'دربارهٔ آسیب‌دیدگان، کشته‌شدگان، بازداشت‌شدگان یا معترضان است',
  ],
  arms: ['it is about arms or troops', 'دربارهٔ جنگ‌افزار یا نیروهاست'],
  economy: ['it is about the economy', 'دربارهٔ اقتصاد است'],
  population: ['it is about the population', 'دربارهٔ جمعیت است'],
} as const satisfies Readonly<Record<string, readonly [en: string, fa: string]>>

export type ReasonCode = keyof typeof reasons

export interface Reason {
  readonly code: ReasonCode
  readonly values?: Readonly<Record<string, string | number>>
}

export function because(code: ReasonCode, values?: Reason['values']): Reason {
  return { code, ...(values && { values }) }
}

/** The reason as a sentence without its full stop. */
export function sayReason({ code, values }: Reason, language: 'en' | 'fa'): string {
  return reasons[code][language === 'en' ? 0 : 1].replace(/\{(\w+)\}/g, (_, key: string) =>
    String(values?.[key] ?? ''),
  )
}
