export { type ExportDifference, exportDifferences } from './compare.ts'
export type { Dictionary } from './dictionary.ts'
export { type Export, exportsOf } from './exports.ts'
export { bytesOf, type Part } from './part.ts'
