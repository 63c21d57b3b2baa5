import {
  parseSetupDocument,
  readSetup,
  type Setup,
  type SetupTable,
  setupTables,
} from '@countersign/publication/setup'
import { ok, type Result, refuse } from '@countersign/tlog'
import { currentDraft, type Saved, saveDraft } from '../drafts/store.ts'
import type { Parts } from '../parts.ts'

/** The setup is kept as drafts are: every version of the document and of each table. */
const owner = 'setup'

export function keyOf(table?: SetupTable): string {
  return table === undefined ? 'document' : `table.${table}`
}

type Saving = { readonly key: string; readonly seen: number; readonly value: unknown; readonly kid: string }

export function saveSetup({ database, now }: Parts, { value, ...saving }: Saving): Promise<Saved> {
  return saveDraft(database, { ...saving, owner, body: JSON.stringify(value ?? null), at: new Date(now()) })
}

/** The current version of the document, or of a table; version 0 where nothing was saved. */
export async function savedSetup(
  { database }: Pick<Parts, 'database'>,
  key: string,
): Promise<{ readonly version: number; readonly value: unknown }> {
  const row = await currentDraft(database, owner, key)
  return row ? { version: row.version, value: JSON.parse(row.body) } : { version: 0, value: null }
}

/**
 * The setup as it is saved, read whole. The operator’s key is that of the log, where the document leaves it open.
 * Refusals: `no-setup`, `setup-document`.
 */
export async function currentSetup(parts: Parts): Promise<Result<Setup>> {
  const { value } = await savedSetup(parts, keyOf())
  if (value === null) return refuse('no-setup', 'No setup was saved yet. Save it first.')
  const document = parseSetupDocument(value)
  if (!document.ok) return refuse(document.refusal.code, document.refusal.message)
  const texts: { [T in SetupTable]?: string } = {}
  for (const table of setupTables) {
    const saved = await savedSetup(parts, keyOf(table))
    if (typeof saved.value === 'string') texts[table] = saved.value
  }
  const bodies = document.value.bodies.map(body =>
    body.role === 'operator' && body.keys.every(({ key }) => key === undefined)
      ? { ...body, keys: [{ key: parts.record.operator, card: body.keys[0]?.card ?? '1' }] }
      : body,
  )
  return ok(readSetup({ ...document.value, bodies }, texts))
}
