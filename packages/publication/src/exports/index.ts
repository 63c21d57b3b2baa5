export { type ExportDifference, exportDifferences } from './compare.ts'
export type { Dictionary } from './dictionary.ts'
export { type Export, exportsOf } from './exports.ts'
