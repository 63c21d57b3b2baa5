export { type Typeset, typeset } from './typeset.ts'
