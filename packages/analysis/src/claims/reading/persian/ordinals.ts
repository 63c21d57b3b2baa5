import { plainOf, type Word } from '../words.ts'

const plainWord = (words: string) => words.split(' ').map(plainOf)
const units = plainWord(
  'یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم',
)
const first = plainWord('اول نخست اولین نخستین')

/** A rank or day in words: “اول”, “هشتم”, “بیست و هشتم”, “سی‌ام”. */
export function ordinalAt(words: readonly Word[], at: number): { value: number; words: number } | undefined {
  const plain = words[at]?.plain ?? ''
  if (first.includes(plain)) return { value: 1, words: 1 }
  const unit = units.indexOf(plain) + 1
  if (unit > 0) return { value: unit, words: 1 }
  const ten = plain === 'بیست' ? 20 : plain === 'سی' ? 30 : 0
  if (ten === 0) return undefined
  if (ten === 30 && words[at + 1]?.plain === 'ام') return { value: 30, words: 2 }
  const rest = words[at + 1]?.plain === 'و' ? units.indexOf(words[at + 2]?.plain ?? '') + 1 : 0
  return rest >= 1 && rest <= 9 ? { value: ten + rest, words: 3 } : undefined
}
