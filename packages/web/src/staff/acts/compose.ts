import { parseStatement, type Result, type Statement } from '@countersign/election'
import { readCount } from '../shell/number.ts'
import { secondsOf } from '../shell/time.ts'
import { type ActForm, type ActName, actForms, type Field } from './forms.ts'

/** What is filled in, as text, by the names of the fields. Names in several languages are `name.en`, `name.fa`. */
export type Filled = Readonly<Record<string, string>>

interface Bound {
  readonly definition: string
  readonly round: number
}

/**
 * The statement that a filled-in form stands for; what is empty is absent. Refusals: `act-figure` with the field, and
 * those of the statement's schema.
 */
export function composeAct(name: ActName, filled: Filled, { definition, round }: Bound): Result<Statement> {
  const form: ActForm = actForms[name]
  const draft: Record<string, unknown> = { kind: name, definition, round: form.ofRound ? round : 0 }
  for (const [key, field] of Object.entries(form.fields)) {
    const value = filledIn(key, field, filled)
    if (value === wrong) return { ok: false, refusal: { code: 'act-figure', message: key, where: key } }
    if (value !== undefined) draft[key] = value
  }
  return parseStatement(shapes[name]?.(draft) ?? draft)
}

type Draft = Readonly<Record<string, unknown>>

/** Where the statement is not what the form asks for, line by line: a form decides one date, and changes one box. */
const shapes: { readonly [N in ActName]?: (draft: Draft) => object } = {
  calendar: ({ id, date, at, ...rest }) => ({ ...rest, dates: [{ id, date, ...given({ at }) }] }),
  amend: ({ list, change, box, area, form, delivered, round, ...rest }) => ({
    ...rest,
    round: list === 'every' ? 0 : round,
    ...(change === 'moved'
      ? { moved: [{ box, area }] }
      : { added: [{ id: box, area, ...given({ form, delivered }) }] }),
  }),
}

function given(fields: Draft): Draft {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const wrong = Symbol('no such value')

function filledIn(key: string, field: Field, filled: Filled): unknown {
  const written = (filled[key] ?? '').trim().normalize('NFC')
  switch (field.sort) {
    case 'words':
      return wordsIn(key, filled)
    case 'candidates':
    case 'boxes':
      return written === '' ? undefined : written.split(/[\s,،]+/)
    case 'answers':
      return answersIn(key, filled)
    case 'count': {
      if (written === '') return undefined
      const read = readCount(written)
      return read.ok && typeof read.value === 'number' ? read.value : wrong
    }
    case 'moment':
      return written === '' ? undefined : (secondsOf(written) ?? wrong)
    default:
      return written === '' ? undefined : written
  }
}

function wordsIn(key: string, filled: Filled): Readonly<Record<string, string>> | undefined {
  const names = Object.entries(filled).flatMap(([name, written]) => {
    const [of, language] = name.split('.')
    return of === key && language !== undefined && written.trim() !== ''
      ? [[language, written.trim().normalize('NFC')] as const]
      : []
  })
  return names.length === 0 ? undefined : Object.fromEntries(names)
}

/** `answers.<candidate>` is a share in percent; `answers.` is that of whoever had not decided. */
function answersIn(key: string, filled: Filled): readonly object[] | undefined | typeof wrong {
  const answers: object[] = []
  for (const [name, written] of Object.entries(filled)) {
    if (!name.startsWith(`${key}.`) || written.trim() === '') continue
    const perTenThousand = hundredthsIn(written)
    if (perTenThousand === undefined) return wrong
    const candidate = name.slice(key.length + 1)
    answers.push(candidate === '' ? { words: undecided, perTenThousand } : { candidate, perTenThousand })
  }
  return answers.length === 0 ? undefined : answers
}

const undecided = { en: 'Undecided', fa: 'بی‌تصمیم' }

/** "34.5" or "۳۴٫۵" as 3450 of ten thousand; two decimals at most. */
function hundredthsIn(written: string): number | undefined {
  const plain = written.trim().replace(/[٫/]/, '.')
  const [whole = '', part = '', ...more] = plain.split('.')
  const [read, rest] = [readCount(whole), readCount(part.padEnd(2, '0'))]
  if (more.length > 0 || part.length > 2 || !read.ok || !rest.ok) return undefined
  if (typeof read.value !== 'number' || typeof rest.value !== 'number') return undefined
  const all = read.value * 100 + rest.value
  return all <= 10_000 ? all : undefined
}
