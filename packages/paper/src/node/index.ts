export { type Pixels, readCodes } from './read-codes.ts'
export { type Typeset, typeset } from './typeset.ts'
