import { makeSortable } from './sortable.ts'

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table)
