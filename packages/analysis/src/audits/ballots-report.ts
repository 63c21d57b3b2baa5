import {
  type Cell,
  caveat,
  type Language,
  paragraph,
  type Section,
  section,
  table,
  written,
} from '../report/index.ts'
import type { About } from '../table.ts'
import { type BallotPlan, usualInflation } from './ballots.ts'
import { assertionWords } from './report.ts'
import { words as auditWords } from './words.ts'

const words = {
  en: {
    title: (risk: string) => `Auditing single ballots, at a risk limit of ${risk} %`,
    polling: 'Looking at papers alone',
    comparison: 'Holding each paper against its own record',
    margin: auditWords.en.margin,
    assertion: auditWords.en.assertions,
    ballots: 'all ballots',
    expected: 'expected to be drawn (BRAVO)',
    stops: (chance: string) => `stopped by, with a chance of ${chance} %`,
    first: 'first round that stops with a chance of 90 % (MINERVA)',
    compared: 'to be drawn (super-simple)',
    rates: (inflation: string) =>
      `Super-simple with γ ${inflation}; of every thousand papers one expected to differ from its record by one vote, of ten thousand one by two, either way.`,
    caveat:
      'These are the ballots to draw if the result is as reported. Where an assertion is about some ballots only, the others are drawn too, and the figure is scaled by their share. It assumes a list of how many ballots each box holds, and that every drawn ballot is found. A comparison needs a record of every single ballot, which a count by hand in boxes does not make.',
  },
  fa: {
    title: (risk: string) => `حسابرسی برگه‌برگه، با حد ریسک ${risk}٪`,
    polling: 'تنها با نگاه به برگه‌ها',
    comparison: 'سنجیدن هر برگه با ثبتِ خود آن',
    margin: auditWords.fa.margin,
    assertion: auditWords.fa.assertions,
    ballots: 'همهٔ برگه‌ها',
    expected: 'برگه‌هایی که انتظار می‌رود کشیده شود (BRAVO)',
    stops: (chance: string) => `با احتمال ${chance}٪ تا اینجا پایان یافته`,
    first: 'دور نخستی که با احتمال ۹۰٪ پایان می‌یابد (MINERVA)',
    compared: 'برگه‌هایی که باید کشید (super-simple)',
    rates: (inflation: string) =>
      `super-simple با γ برابر ${inflation}؛ انتظار می‌رود از هر هزار برگه یکی به اندازهٔ یک رأی و از هر ده هزار یکی به اندازهٔ دو رأی، به هر سو، با ثبت خود متفاوت باشد.`,
    caveat:
      'اینها برگه‌هایی است که اگر نتیجه چنان باشد که گزارش شده باید کشید. جایی که گزاره تنها دربارهٔ بخشی از برگه‌هاست، بقیه نیز کشیده می‌شود و عدد به نسبت آنها بزرگ شده است. فرض این است که فهرستی از شمار برگه‌های هر صندوق هست و هر برگهٔ قرعه‌خورده پیدا می‌شود. سنجش با ثبت، ثبتی از تک‌تک برگه‌ها می‌خواهد که شمارش دستی در صندوق‌ها آن را نمی‌سازد.',
  },
} as const

/** What auditing single ballots takes, for people. `risk` is the risk limit in thousandths. */
export function ballotsSection(
  plans: readonly (BallotPlan | null)[],
  {
    candidates,
    riskPerMille,
  }: { readonly candidates: readonly NamedCandidate[]; readonly riskPerMille: number },
  language: Language,
): Section {
  const say = words[language]
  const { count, decimal } = written[language]
  const known = plans.filter(plan => plan !== null)
  const about = (plan: BallotPlan): Cell[] => [
    assertionWords(plan.assertion, { candidates }, language),
    plan.margin,
    plan.ballots,
  ]
  const chances = [50, 70, 90].map(chance => say.stops(count(chance)))
  return section(
    say.title(decimal(riskPerMille / 10, 1)),
    table({
      caption: say.polling,
      head: [say.assertion, say.margin, say.ballots, say.expected, ...chances, say.first],
      rows: known.map(plan => {
        const { expected, stops, firstRound } = plan.polling
        return [...about(plan), expected, ...(stops ?? [null, null, null]), firstRound]
      }),
    }),
    table({
      caption: say.comparison,
      head: [say.assertion, say.margin, say.ballots, say.compared],
      rows: known.map(plan => [...about(plan), plan.comparison]),
    }),
    paragraph(say.rates(decimal(usualInflation, 5))),
    caveat(say.caveat),
  )
}

type NamedCandidate = { readonly id: string; readonly number: number; readonly name: About['name'] }
