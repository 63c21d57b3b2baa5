import { readFileSync } from 'node:fs'
import { sealed } from '../../record/src/index.ts'

export const read = () => sealed(readFileSync('/dev/null'))
