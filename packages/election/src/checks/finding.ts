import type { Definition } from '../statements/definition.ts'
import type { SingleFigure } from '../statements/figures.ts'
import { figureNames } from './figure-names.ts'
import { type Check, type CheckCode, checks, type Severity, type Tolerance } from './table.ts'

/** Something that does not add up, or that a reader should see. */
export interface Finding {
  readonly code: CheckCode
  /** Which of the check's sentences it is. */
  readonly part: string
  readonly severity: Severity
  /** The numbers that the sentence names; a name in place of a number where it names a figure. */
  readonly figures: Readonly<Record<string, number | string>>
}

/** A finding with its place in the election. */
export interface Placed extends Finding {
  readonly round: number
  readonly box?: string
  readonly area?: string
  /** The entry that it is about. */
  readonly entry?: number
}

/** A check that could not be made, and the figures that it lacked. */
export interface NotApplicable {
  readonly code: CheckCode
  readonly missing: readonly string[]
}

/** Severities and tolerances as the definition has them. */
export interface Settings {
  readonly severity: (code: CheckCode) => Severity
  /** The largest difference, of `whole`, that is none. */
  readonly tolerated: (code: CheckCode, whole: number) => number
}

/** The defaults of the table of checks, as the definition changes them. */
export function settingsOf({ mode, checks: changed = [] }: Pick<Definition, 'mode' | 'checks'>): Settings {
  const changes = new Map(changed.map(change => [change.code, change]))
  return {
    // Of figures as published a check can only inform.
    severity: code =>
      mode === 'archive' ? 'informs' : (changes.get(code)?.severity ?? checks[code].severity),
    tolerated: (code, whole) => {
      const { most, perMille } = {
        ...((checks[code] as Check).tolerance ?? none),
        ...given(changes.get(code)),
      }
      return Math.max(most, Math.floor((whole * perMille) / 1000))
    },
  }
}

const none: Tolerance = { most: 0, perMille: 0 }

function given(change: { readonly most?: number; readonly perMille?: number } = {}): Partial<Tolerance> {
  return {
    ...(change.most !== undefined && { most: change.most }),
    ...(change.perMille !== undefined && { perMille: change.perMille }),
  }
}

/** Made once: `toLocaleString` makes its own for each of thousands of findings. */
const numbers = { en: new Intl.NumberFormat('en'), fa: new Intl.NumberFormat('fa') }

/** The finding in words, its numbers written as the language writes them. */
export function sayFinding({ code, part, figures }: Finding, language: 'en' | 'fa'): string {
  const said = (checks[code] as Check).says[part]![language]
  return said.replace(/\{(\w+)\}/g, (_, name: string) => {
    const figure = figures[name]
    if (typeof figure === 'number') return numbers[language].format(figure).replace('-', '−')
    return figureNames[figure as SingleFigure]?.[language] ?? String(figure)
  })
}
