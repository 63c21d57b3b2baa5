import type { Problem } from '@countersign/publication/setup'
import type { Sealed } from './seal.ts'

interface Counts {
  readonly areas: number
  readonly boxes: number
  readonly candidates: number
  readonly people: number
}

/** How many problems a person is shown; JSON has all. */
const mostShown = 40

/** What a setup holds and what is wrong with it, what stops it first. */
export function problemText(
  dir: string,
  counts: Counts,
  problems: readonly Problem[],
  language: 'en' | 'fa',
): string {
  const say = words[language]
  const stopping = problems.filter(({ stops }) => stops)
  const asking = problems.filter(({ stops }) => !stops)
  const number = (count: number) => count.toLocaleString(language)
  return [
    `${dir}: ${Object.entries(counts)
      .map(([what, count]) => `${number(count)} ${say[what as keyof Counts]}`)
      .join(', ')}`,
    ...listed(stopping, `${say.stops} (${number(stopping.length)})`, say.more),
    ...listed(asking, `${say.asks} (${number(asking.length)})`, say.more),
    ...(stopping.length === 0 ? ['', say.ready] : []),
  ].join('\n')
}

function listed(problems: readonly Problem[], title: string, more: string): readonly string[] {
  if (problems.length === 0) return []
  const lines = problems
    .slice(0, mostShown)
    .flatMap(({ where, message, todo }) => [`  ${where}: ${message}`, `    → ${todo}`])
  const rest = problems.length - mostShown
  return ['', title, ...lines, ...(rest > 0 ? [`  … ${more.replace('{rest}', String(rest))}`] : [])]
}

const words = {
  en: {
    areas: 'areas',
    boxes: 'boxes',
    candidates: 'candidates',
    people: 'people',
    stops: 'To be put right before anything is signed',
    asks: 'To be judged by a person; it can be signed all the same',
    more: 'and {rest} more; --json lists all',
    ready: 'Nothing stands in the way of signing.',
  },
  fa: {
    areas: 'حوزه',
    boxes: 'صندوق',
    candidates: 'نامزد',
    people: 'نفر',
    stops: 'پیش از هر امضا باید درست شود',
    asks: 'داوری‌اش با انسان است؛ با آن هم می‌توان امضا کرد',
    more: 'و {rest} مورد دیگر؛ --json همه را می‌آورد',
    ready: 'چیزی مانع امضا نیست.',
  },
} as const

/** What a trial's record holds, and whose keys lie in the folder. */
export function sealedText(
  dir: string,
  { origin, vkey, definition, treeSize, boxes, keys, rehearsal }: Sealed,
): string {
  return [
    `${dir}: ${rehearsal ? 'a rehearsal' : 'a trial'}, sealed with ${boxes.toLocaleString('en')} boxes`,
    `  record      ${dir}/record: ${treeSize.toLocaleString('en')} entries`,
    `  log         ${origin}`,
    `  key         ${vkey}`,
    `  definition  ${definition}`,
    `  seeds       ${dir}/keys/seeds.csv: ${keys.toLocaleString('en')} keys, readable by you alone`,
    '',
    'Every key was made here, so whoever has this folder can sign for everyone: it is for trials and rehearsals only.',
    'In a real election each key is made on the device of whoever holds it, and never leaves it.',
    '',
    `  next        countersign run --data ${dir}${rehearsal ? ' --rehearsal' : ''}`,
  ].join('\n')
}
