import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { toHex } from '@countersign/election'
import { formatSeed } from '@countersign/record'
import { ok, type Result, refuse, type SigningKey } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'

/** Someone of a trial and the key that was made for them here. */
export interface Holder {
  readonly side: string
  readonly role: string
  readonly card: string
  readonly box?: string
  readonly area?: string
}

export interface MadeKey extends Holder {
  readonly serial: string
  /** As it is printed for a sealed seed: typed or scanned, it makes the key on a device. */
  readonly seed: string
  /** In hexadecimal. */
  readonly publicKey: string
  readonly signing: SigningKey
}

/** Makes keys for a trial, each of a seed of its own, numbered in order. */
export function keyMaker(): { readonly make: (holder: Holder) => Promise<MadeKey> } {
  let count = 0
  return {
    make: async holder => {
      const seed = new Uint8Array(randomBytes(32))
      const signing = await sodiumNative.signingKeyFromSeed(seed)
      return {
        ...holder,
        serial: `S-${++count}`,
        seed: formatSeed(seed),
        publicKey: toHex(signing.publicKey),
        signing,
      }
    },
  }
}

const columns = ['serial', 'side', 'role', 'card', 'box', 'area', 'seed'] as const

/** The table of seeds that a trial is given: whoever reads it can sign for everyone in it. */
export function seedTable(keys: readonly MadeKey[]): string {
  const rows = keys.map(key => columns.map(column => key[column] ?? '').join(','))
  return `${[columns.join(','), ...rows].join('\n')}\n`
}

/** The rows of such a table, by the names of their columns. Identifiers and seeds need no quotes. Refusals: `unreadable`. */
export function readSeedTable(path: string): Result<readonly Readonly<Record<string, string>>[]> {
  let table: string
  try {
    table = readFileSync(path, 'utf8')
  } catch (error) {
    return refuse('unreadable', `${path}: ${(error as Error).message}`)
  }
  const [head = '', ...rows] = table.trim().split('\n')
  const names = head.split(',')
  return ok(rows.map(row => Object.fromEntries(row.split(',').map((cell, i) => [names[i] ?? '', cell]))))
}
