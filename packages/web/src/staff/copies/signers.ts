import { fromHex } from '@countersign/election'
import { type Copy, isForm, readEntry, signedBytes } from '@countersign/record'
import { ed25519 } from '@countersign/tlog'
import { type Answer, answered, server } from '../shell/api.ts'

/** The key IDs whose signatures on an entry hold under keys of the record, and those whose do not. */
export interface Signers {
  readonly good: readonly string[]
  readonly bad: readonly string[]
}

/** Keys of the record by their IDs; those that it does not have are absent. */
export async function keysOf(kids: readonly string[]): Promise<Answer<ReadonlyMap<string, string>>> {
  const answer = await answered(server.GET('/keys', { params: { query: { kids: kids.join(',') } } }))
  if (!answer.ok) return answer
  return { ...answer, value: new Map(answer.value.map(({ kid, publicKey }) => [kid, publicKey])) }
}

/** Checks an entry’s signatures under these keys. */
export async function signersOf(entry: Uint8Array, keys: ReadonlyMap<string, string>): Promise<Signers> {
  const read = readEntry(entry)
  if (!read.ok) return { good: [], bad: [] }
  const { payload, signatures } = read.value
  const good: string[] = []
  const bad: string[] = []
  for (const { kid, signature } of signatures) {
    const key = keys.get(kid)
    const holds =
      key !== undefined && (await ed25519.verify(fromHex(key), signedBytes(payload, kid), signature))
    ;(holds ? good : bad).push(kid)
  }
  return { good, bad }
}

/** What a signed copy is worth with the signatures that hold: without any, what somebody’s typing is. */
export function worth(copy: Extract<Copy, { readonly sort: 'signed' }>, kids: readonly string[]): Copy {
  if (kids.length > 0 || !isForm(copy.statement)) return { ...copy, kids }
  const { box, round, serial, figures } = copy.statement
  return { sort: 'typed', box, round, serial, figures }
}
