/** Made-up elections, for the tests of this package and of others. */
export { type Archive, type ArchiveRow, anArchive } from './archive.ts'
export { type BoxEventName, boxEvents, type Heard } from './box-events.ts'
export { aDay, type BoxLife, boxLives, boxStateOf } from './box-lives.ts'
export * from './live.ts'
export { type Draft, keyOf, type Log, logOf, replayed } from './log.ts'
