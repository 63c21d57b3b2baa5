import { hidden } from '../../tlog/src/hidden.ts'

export const sealed = (bytes: Uint8Array) => hidden(bytes)
