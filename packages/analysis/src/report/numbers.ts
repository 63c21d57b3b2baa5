import type { Cell, Language } from './blocks.ts'

/** How numbers are written in a language: whole counts grouped, others with as many decimals as asked for. */
export interface Written {
  readonly count: (n: number) => string
  readonly decimal: (x: number, decimals: number) => string
  /** A probability: three significant digits, `< 0.0001` for less. */
  readonly probability: (p: number) => string
  readonly cell: (cell: Cell) => string
}

export const written: Readonly<Record<Language, Written>> = { en: writtenIn('en'), fa: writtenIn('fa') }

function writtenIn(language: Language): Written {
  const decimal = (x: number, decimals: number) =>
    x.toLocaleString(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const count = (n: number) => n.toLocaleString(language)
  return {
    count,
    decimal,
    probability: p =>
      p < 1e-4
        ? `< ${decimal(1e-4, 4)}`
        : p.toLocaleString(language, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
    cell: cell => (cell === null ? '–' : typeof cell === 'number' ? count(cell) : cell),
  }
}

/** Whether a cell stands at the end of its column: a number, written or not, or nothing. */
export function isNumeric(cell: Cell): boolean {
  return typeof cell !== 'string' || cell === '–' || /^[−+<≥≤≈]? ?[\d۰-۹][\d۰-۹.,٫٬]*( ?[%٪])?$/u.test(cell)
}
