/** How a column is ordered: `none` is the order in which the page came. */
type Order = 'ascending' | 'descending' | 'none'

/** A number is looked at from its largest; a name from its first letter. */
const next: Readonly<Record<'number' | 'name', Readonly<Record<Order, Order>>>> = {
  number: { none: 'descending', descending: 'ascending', ascending: 'none' },
  name: { none: 'ascending', ascending: 'descending', descending: 'none' },
}

/** Makes the headings of a table's columns buttons that order its rows. What is not known is always last. */
export function makeSortable(table: HTMLTableElement): void {
  const body = table.tBodies[0]
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])]
  if (!body || body.rows.length < 2) return
  const asItCame = [...body.rows]
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true })
  headings.forEach((heading, column) => {
    const kind = heading.classList.contains('number') ? 'number' : 'name'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'sort'
    button.append(...heading.childNodes)
    heading.append(button)
    button.addEventListener('click', () => {
      const order = next[kind][(heading.ariaSort ?? 'none') as Order]
      for (const other of headings) other.removeAttribute('aria-sort')
      if (order !== 'none') heading.setAttribute('aria-sort', order)
      body.append(...ordered(asItCame, column, order, compare))
    })
  })
}

function ordered(
  rows: readonly HTMLTableRowElement[],
  column: number,
  order: Order,
  compare: (a: string, b: string) => number,
): readonly HTMLTableRowElement[] {
  if (order === 'none') return rows
  const sign = order === 'ascending' ? 1 : -1
  const valued = rows.map(row => ({ row, value: orderedBy(row.cells[column]) }))
  return valued
    .sort(({ value: a }, { value: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
      return sign * compare(String(a), String(b))
    })
    .map(({ row }) => row)
}

/** What a cell is ordered by: the number or the text that it gives, else the text that it shows. */
function orderedBy(cell: HTMLTableCellElement | undefined): number | string | undefined {
  const text = (cell?.dataset.value ?? cell?.textContent ?? '').trim()
  if (text === '' || text === '–') return undefined
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}
