import {
  type FormDraft,
  type FormLine,
  formLayout,
  numberAt,
  type SectionId,
  valueAt,
} from '@countersign/election'
import { moment } from '../dates.ts'
import { count, digits, inWords } from '../numbers.ts'
import type { Occasion } from '../printed.ts'
import { say } from '../words.ts'

/** A line of the form as it is typeset. */
export interface PaperLine {
  /** Its number on the paper. */
  readonly at: string
  readonly label: string
  /** A candidate's or a ground's number. */
  readonly number: string | null
  readonly sort: FormLine['sort']
  /** It is one of the parts of a total. */
  readonly part: boolean
  readonly total: boolean
  /** What is written there, a dash where nothing is given; null on a blank form. */
  readonly value: string | null
  readonly words: string | null
}

export interface PaperSection {
  readonly id: SectionId
  readonly title: string
  readonly lines: readonly PaperLine[]
}

/** Sections that have a place of their own on the paper. */
const apart: readonly SectionId[] = ['box', 'people', 'explanations']

/** The form's lines, numbered from 1 as people speak of them. @param form what is written; nothing on a blank form */
export function paperSections(occasion: Occasion, form: FormDraft): readonly PaperSection[] {
  const { definition, ballot, language } = occasion
  let at = 0
  return formLayout(definition, ballot)
    .sections.map(section => ({
      ...section,
      // The box and the serial stand at the head; who may vote there is a figure like others.
      lines: section.lines.filter(({ sort }) => section.id !== 'box' || sort === 'count'),
    }))
    .filter(({ id, lines }) => !apart.includes(id) || (id === 'box' && lines.length > 0))
    .map(({ id, title, lines }) => ({
      id,
      title: title[language],
      lines: lines.map(line => paperLine(occasion, form, line, ++at)),
    }))
}

function paperLine(occasion: Occasion, form: FormDraft, line: FormLine, at: number): PaperLine {
  const { language, timeZone } = occasion
  const { path, sort, number } = line
  const value = sort === 'list' || sort === 'serial' ? undefined : numberAt(form, path)
  const spoken = path.startsWith('figures.votes.') || totals.has(path)
  return {
    at: digits(at, language),
    label: line.label[language],
    number: number === undefined ? null : digits(number, language),
    sort,
    part: line.partOf !== undefined && !path.startsWith('figures.votes.'),
    total: line.sumOf !== undefined,
    ...(isWritten(form)
      ? {
          value:
            value === undefined
              ? '–'
              : sort === 'time'
                ? moment(value, language, timeZone)
                : count(value, language),
          words: spoken && value !== undefined ? inWords(value, language) : null,
        }
      : { value: null, words: spoken ? say(language, 'form.words') : null }),
  }
}

/** Totals that are written out in words, as every candidate's votes are. */
const totals = new Set(['figures.valid', 'figures.taken', 'figures.invalid'])

/** Whether it is not a blank form: then what is not given is a dash, and no box to write in. */
function isWritten(form: FormDraft): boolean {
  return valueAt(form, 'figures') !== undefined
}
