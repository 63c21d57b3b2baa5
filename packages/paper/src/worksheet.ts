import type { Definition } from '@countersign/election'
import { digits } from './numbers.ts'
import { nameIn, type Printed, watermarkOf } from './printed.ts'
import { type Language, say } from './words.ts'

/** A list to work through by hand, such as the boxes that were drawn for an audit. */
export interface Worksheet {
  readonly title: string
  /** Sentences above the table: what is to be done, the seed of the draw. */
  readonly notes: readonly string[]
  readonly columns: readonly string[]
  /** A row for each thing, a cell for each column; null is left blank to write in. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** Who signs at the foot, in words. */
  readonly signers: readonly string[]
}

/** A worksheet on A4, upright for up to six columns, else on its side; the head of the table is on every page. */
export function worksheet(
  { definition, language }: { readonly definition: Definition; readonly language: Language },
  sheet: Worksheet,
): Printed {
  return {
    template: 'worksheet',
    language,
    title: sheet.title,
    watermark: watermarkOf({ definition, language }),
    data: {
      ...sheet,
      election: nameIn(definition.name, language),
      label: {
        at: say(language, 'worksheet.at'),
        signature: say(language, 'form.signature'),
        page: say(language, 'form.page', { page: '{page}', pages: '{pages}' }),
      },
      rows: sheet.rows.map((cells, i) => ({ at: digits(i + 1, language), cells })),
      digits: Array.from({ length: 500 }, (_, page) => digits(page, language)),
    },
  }
}
