import type { ReadClaim } from '../read.ts'
import { type Both, inPersianDigits, type Language } from './language.ts'
import { sayReason } from './reasons.ts'
import { say as inFull, type Value } from './values.ts'
import type { Computed, Verdict } from './verdict.ts'

/** The name of each verdict. */
export const verdictNames: Readonly<Record<Verdict, Both>> = {
  supported: { en: 'supported', fa: 'تأیید می‌شود' },
  supportedUnder: {
    en: 'supported under a denominator or version that the text does not state',
    fa: 'زیر مخرج یا نسخه‌ای که متن نمی‌گوید تأیید می‌شود',
  },
  rounding: { en: 'rounding or truncation', fa: 'گرد یا بریده شده' },
  contradicted: { en: 'contradicted', fa: 'با ارقام نمی‌خواند' },
  derivedFromRounded: { en: 'derived from rounded figures', fa: 'از ارقام گردشده به دست آمده' },
  cannotBeChecked: { en: 'cannot be checked', fa: 'سنجیدنی نیست' },
}

/** What a share may be of, and what a turnout may count. */
export const figureNames: Readonly<Record<string, Both>> = {
  taken: { en: 'votes taken (valid and invalid)', fa: 'آرای مأخوذه (صحیح و باطله)' },
  valid: { en: 'valid votes', fa: 'آرای صحیح' },
  invalid: { en: 'invalid votes', fa: 'آرای باطله' },
  issued: { en: 'ballots issued', fa: 'تعرفه‌های مصرف‌شده' },
  inBoxes: { en: 'ballots found in the boxes', fa: 'برگه‌های درون صندوق‌ها' },
  eligible: { en: 'eligible voters', fa: 'واجدان شرایط' },
}

const words = {
  of: { en: 'of {of}', fa: 'از {of}' },
  counting: { en: 'counting {what}', fa: 'با شمارش {what}' },
  isSaid: { en: 'It is {value}{how}: {computation}.', fa: 'برابر است با {value}{how}: {computation}.' },
  is: { en: 'It is {value}{how}.', fa: 'برابر است با {value}{how}.' },
  holds: { en: 'That is what is said, as it is rounded.', fa: 'همان است که گفته شده، با گرد کردن.' },
  under: {
    en: 'It holds {ways}; the text does not say so.',
    fa: '{ways} درست است؛ متن این را نمی‌گوید.',
  },
  notUnder: { en: 'It does not hold {ways}.', fa: '{ways} درست نیست.' },
  rounded: {
    en: 'Rounded it would be {right}; what is said is cut off or rounded further.',
    fa: 'گردشدهٔ آن {right} است؛ آنچه گفته شده بریده یا بیشتر گرد شده است.',
  },
  wouldBe: { en: 'It would be true with {right}.', fa: 'با {right} درست می‌بود.' },
  held: { en: 'Held: {fact}.', fa: 'در دست: {fact}.' },
} as const satisfies Readonly<Record<string, Both>>

function say(
  key: keyof typeof words,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** The verdict in sentences: the figures, the computation, what it holds under, and what would make it true. */
export function explain(claim: ReadClaim, language: Language): string {
  const { judged, verdict } = claim
  const [best] = judged.computed
  const told =
    best === undefined
      ? []
      : best.value
        ? [figure(best.value, language), ...standing(claim, language)]
        : [fact(best, language)]
  const reason = judged.reason ? [`${capital(sayReason(judged.reason, language))}.`] : []
  const all = (verdict === 'cannotBeChecked' ? [...reason, ...told] : [...told, ...reason]).join(' ')
  return language === 'fa' ? inPersianDigits(all) : all
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function fact({ fact }: Computed, language: Language): string {
  return say('held', language, { fact: fact?.[language] ?? '' })
}

function figure(value: Value, language: Language): string {
  const { computation } = value
  return say(computation === shown(value) ? 'is' : 'isSaid', language, {
    value: shown(value),
    how: howOf(value, language),
    computation,
  })
}

function howOf({ denominator, numerator, version }: Value, language: Language): string {
  const of = denominator ? ` ${say('of', language, { of: figureNames[denominator]![language] })}` : ''
  const what =
    numerator && figureNames[numerator]
      ? ` ${say('counting', language, { what: figureNames[numerator]![language] })}`
      : ''
  const named = version[language] ?? version.en
  return `${of}${what}${named ? ` (${named})` : ''}`
}

/** A share to three decimals, a count in full. */
export function shown({ value, denominator }: Value): string {
  return denominator === undefined && Number.isInteger(value)
    ? inFull(value)
    : `${value.toFixed(3)}${denominator === undefined ? '' : ' %'}`
}

function standing({ verdict, judged, proposal }: ReadClaim, language: Language): readonly string[] {
  const ways = (fit: Computed['fit']) =>
    [
      ...new Set(
        judged.computed.flatMap(each =>
          each.fit === fit && each.value ? [howOf(each.value, language).trim()] : [],
        ),
      ),
    ].join(language === 'en' ? '; ' : '؛ ')
  const right = judged.computed[0]!.value
    ? rounded(judged.computed[0]!.value, proposal.quantity?.step ?? 1)
    : ''
  switch (verdict) {
    case 'supported':
      return [say('holds', language)]
    case 'supportedUnder':
      return [
        say('under', language, { ways: ways('holds') }),
        ...(ways('no') ? [say('notUnder', language, { ways: ways('no') })] : []),
      ]
    case 'rounding':
      return [
        say('rounded', language, { right }),
        ...(ways('no') ? [say('notUnder', language, { ways: ways('no') })] : []),
      ]
    case 'contradicted':
      return [say('wouldBe', language, { right })]
    default:
      return []
  }
}

const decimals = [0, 1, 2, 3, 4, 5, 6].map(
  digits => new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** The value in the digits that the text uses. */
function rounded({ value }: Value, step: number): string {
  const digits = step >= 1 ? 0 : Math.min(6, Math.round(-Math.log10(step)))
  return decimals[digits]!.format(Math.round(value / step) * step)
}
