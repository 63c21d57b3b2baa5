/** What a log needs under Node: the fast engines, its files, and the sequencer that writes them. */
export { nodeCrypto, sodiumNative } from './ed25519.ts'
export { fromFiles } from './files.ts'
export { diskRefusal, putFile, realDisk } from './storage/disk.ts'
export { type MakeOptions, makeLog } from './storage/make.ts'
export { type OpenOptions, openLog } from './storage/open.ts'
export { type Restored, type RestoreOptions, restoreLog } from './storage/restore.ts'
export type { CheckpointTimes, Published, Sequencer } from './storage/sequencer.ts'
export { openWitness, type Witness, type WitnessAnswer, type WitnessOptions } from './witness/witness.ts'
