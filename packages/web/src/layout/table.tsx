import type { ReactNode } from 'react'

/** A column: its heading, and whether it holds numbers, which stand in line. */
export interface Column {
  readonly title: string
  readonly numeric?: boolean
  /** Whether its cells are sentences, which need room. */
  readonly long?: boolean
}

/** What a cell shows; `value` is what it is sorted by, where that is not its text. */
export type Cell = { readonly shown: ReactNode; readonly value: number | string } | ReactNode

export interface Row {
  readonly key: string
  /** The first is the row's heading. */
  readonly cells: readonly Cell[]
}

interface TableProps {
  /** What the table shows; it names the table and the box that it scrolls in. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** A script lets the reader order the rows; without it they stand in the order given. */
  readonly sortable?: boolean
  /**
   * What kind of table it is, for the stylesheet. `stacked`: its cells are sentences, which stand below each other where
   * the page is narrow, each after the name of its column.
   */
  readonly kind?: 'standings' | 'rounds' | 'stacked'
}

/** A table that scrolls by itself where the page is narrow. */
export function Table({ caption, columns, rows, sortable, kind }: TableProps) {
  return (
    <Scroll label={caption} kind={kind}>
      <table {...(sortable && { 'data-sortable': '' })}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={i} scope="col" className={numeric ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>{cells.map((cell, i) => cellOf(cell, i, columns[i], kind))}</tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function cellOf(cell: Cell, i: number, column: Column | undefined, kind: TableProps['kind']): ReactNode {
  const { shown, value } = isValued(cell) ? cell : { shown: cell, value: undefined }
  if (i === 0)
    return (
      <th key={i} scope="row" data-value={value}>
        {shown}
      </th>
    )
  return (
    <td
      key={i}
      className={column?.numeric ? 'number' : column?.long ? 'long' : undefined}
      data-value={value}
      data-column={kind === 'stacked' ? column?.title : undefined}
    >
      {shown}
    </td>
  )
}

function isValued(cell: Cell): cell is Extract<Cell, { readonly shown: ReactNode }> {
  return typeof cell === 'object' && cell !== null && 'shown' in cell
}

interface ScrollProps {
  readonly label: string
  readonly kind?: string | undefined
  readonly children: ReactNode
}

/** What scrolls must be reachable by keyboard, and say what it is. */
export function Scroll({ label, kind = '', children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={`scroll ${kind}`.trim()} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
