import { caveat, type Language, paragraph, type Section, section, table, written } from '../report/index.ts'
import { mostMiscounted } from './fixed-share.ts'
import type { QuickCount, Stratum } from './quick-count.ts'

const words = {
  en: {
    recount: 'What a clean recount of boxes drawn at random proves',
    confidence: 'confidence',
    most: 'boxes that may still be miscounted, at most',
    of: (counted: string, boxes: string) =>
      `${counted} of ${boxes} boxes were counted again; every one was found right.`,
    recountCaveat:
      'It bounds the number of miscounted boxes, not of votes. It assumes that whoever drew the boxes could not choose them, and says nothing about stuffing, about custody, or about who voted.',
    quick: 'A candidate’s share, from the boxes of a random sample',
    share: 'share of the ballots of all boxes, estimated',
    error: 'standard error',
    between: '95 of 100 such samples find the share between',
    and: 'and',
    sampled: 'boxes in the sample',
    boxes: 'boxes in all',
    quickCaveat:
      'It measures what the boxes said, not whether it was true. Voters of one box are not taken as independent. It assumes that the boxes of each stratum were drawn at random and that every drawn box was reported.',
    fact: '',
    value: '',
  },
  fa: {
    recount: 'بازشماریِ بی‌اختلافِ صندوق‌هایی که به قرعه آمده چه چیزی را ثابت می‌کند',
    confidence: 'اطمینان',
    most: 'صندوق‌هایی که شاید هنوز نادرست شمرده شده باشد، حداکثر',
    of: (counted: string, boxes: string) =>
      `${counted} صندوق از ${boxes} صندوق دوباره شمرده شد و همه درست بود.`,
    recountCaveat:
      'شمار صندوق‌های نادرست را محدود می‌کند نه شمار آرا را. فرض این است که قرعه‌کش نمی‌توانست صندوق‌ها را برگزیند؛ دربارهٔ افزودن رأی، نگه‌داری، یا اینکه چه کسی رأی داده چیزی نمی‌گوید.',
    quick: 'سهم یک نامزد، از صندوق‌های یک نمونهٔ تصادفی',
    share: 'سهم از برگه‌های همهٔ صندوق‌ها، برآورد',
    error: 'خطای معیار',
    between: 'از هر ۱۰۰ نمونهٔ این‌چنین ۹۵ تا سهم را میان این دو می‌یابد',
    and: 'و',
    sampled: 'صندوق‌های نمونه',
    boxes: 'همهٔ صندوق‌ها',
    quickCaveat:
      'آنچه صندوق‌ها گفته‌اند را می‌سنجد، نه درستی آن را. رأی‌دهندگان یک صندوق مستقل گرفته نشده‌اند. فرض این است که صندوق‌های هر طبقه به قرعه برگزیده شده و هر صندوقِ قرعه‌خورده گزارش شده است.',
    fact: '',
    value: '',
  },
} as const

/** A recount of boxes drawn at random that found nothing. */
export interface CleanRecount {
  readonly boxes: number
  readonly counted: number
  readonly proved: readonly { readonly confidencePercent: number; readonly most: number }[]
}

export function cleanRecount(boxes: number, counted: number): CleanRecount {
  const proved = [95, 99].map(confidencePercent => ({
    confidencePercent,
    most: mostMiscounted(boxes, counted, confidencePercent / 100),
  }))
  return { boxes, counted, proved }
}

export function recountSection({ boxes, counted, proved }: CleanRecount, language: Language): Section {
  const say = words[language]
  const { count } = written[language]
  const percent = language === 'fa' ? '٪' : ' %'
  return section(
    say.recount,
    paragraph(say.of(count(counted), count(boxes))),
    table({
      caption: say.most,
      head: [say.confidence, say.most],
      rows: proved.map(({ confidencePercent, most }) => [`${count(confidencePercent)}${percent}`, most]),
    }),
    caveat(say.recountCaveat),
  )
}

export function quickCountSection(
  { share, error }: QuickCount,
  strata: readonly Stratum[],
  language: Language,
): Section {
  const say = words[language]
  const { decimal } = written[language]
  const percent = (part: number) => `${decimal(100 * part, 2)}${language === 'fa' ? '٪' : ' %'}`
  const [low, high] = [Math.max(0, share - 1.96 * error), Math.min(1, share + 1.96 * error)]
  return section(
    say.quick,
    table({
      caption: say.quick,
      head: [say.fact, say.value],
      rows: [
        [say.share, percent(share)],
        [say.error, percent(error)],
        [say.between, `${percent(low)} ${say.and} ${percent(high)}`],
        [say.sampled, strata.reduce((sum, { sampled }) => sum + sampled.length, 0)],
        [say.boxes, strata.reduce((sum, { boxes }) => sum + boxes, 0)],
      ],
    }),
    caveat(say.quickCaveat),
  )
}
