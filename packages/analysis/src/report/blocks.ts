import type { Drawing } from './drawing.ts'

export type Language = 'en' | 'fa'

/** A cell of a table: a whole number is written in the reader's digits; null was not given. */
export type Cell = string | number | null

/** Rows under their heads. Columns of numbers stand at their end. */
export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A drawing is never without its table, nor without words for what it shows and what it cannot. */
export interface Chart {
  readonly caption: string
  readonly drawing: Drawing
  readonly table: Table
}

/** A part of a section, in the language of its reader. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'caveat'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | ({ readonly kind: 'table' } & Table)
  | ({ readonly kind: 'chart' } & Chart)

export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A document for people, as data: HTML, text for a terminal and print are made from it. */
export interface Report {
  readonly language: Language
  readonly title: string
  /** What it is about: who published the figures, the version of the record, the rule. */
  readonly about: readonly string[]
  readonly sections: readonly Section[]
}

export function section(title: string, ...blocks: readonly Block[]): Section {
  return { title, blocks }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** What a result assumes, or cannot show; set apart from what it says. */
export function caveat(text: string): Block {
  return { kind: 'caveat', text }
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', items }
}

export function table(given: Table): Block {
  return { kind: 'table', ...given }
}

/** @param given its caption says what the drawing shows and what it cannot */
export function chart(given: Chart): Block {
  return { kind: 'chart', ...given }
}
