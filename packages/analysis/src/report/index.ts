export {
  type Block,
  type Cell,
  type Chart,
  caveat,
  chart,
  type Language,
  list,
  paragraph,
  type Report,
  type Section,
  section,
  type Table,
  table,
} from './blocks.ts'
export type { Axis, Bars, Cells, Drawing, Lines, Mark, Point, Points, Tiles } from './drawing.ts'
export { csvOf, htmlOf, sectionsHtml } from './html.ts'
export { nameIn } from './names.ts'
export { isNumeric, type Written, written } from './numbers.ts'
export { printedSvgOf, svgOf } from './svg.ts'
