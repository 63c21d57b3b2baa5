export { putIfOther } from './files.ts'
export { type Manifest, readManifest } from './manifest.ts'
export { type Publication, type Published, publish } from './publish.ts'
