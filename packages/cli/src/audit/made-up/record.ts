import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Definition, type Statement, toHex } from '@countersign/election'
import { payloadOf, sign, statementId } from '@countersign/record'
import { formatSkey, noteKey, type SigningKey, sha256, verifierKey } from '@countersign/tlog'
import { makeLog, sodiumNative } from '@countersign/tlog/node'

/** A record of thirty equal boxes, two candidates, and an audit board; the file of the board's key. */
export async function recordWithBoard(dir: string): Promise<{ readonly dir: string; readonly key: string }> {
  const [archive, archivist, board] = await Promise.all(['archive', 'archivist', 'board'].map(keyOf))
  const log = given(await makeLog(dir, { origin: 'example.org/audited' }))
  const name = (en: string) => ({ en })
  const body = (id: string, role: 'authority' | 'auditBoard', key: SigningKey) => ({
    id,
    role,
    name: name(id),
    keys: [{ key: toHex(key.publicKey), card: '1' }],
  })
  const definition: Definition = {
    kind: 'definition',
    round: 0,
    mode: 'archive',
    name: name('Audited'),
    origin: 'example.org/audited',
    vkey: log.vkey,
    bodies: [body('archive', 'authority', archive!), body('board', 'auditBoard', board!)],
    rounds: [{ number: 1, date: '2024-05-01', rule: 'majority', of: 'taken' }],
    denominators: ['taken'],
    levels: [{ id: 'land', name: name('Land') }],
    countedLevel: 'box',
  }
  const common = { definition: statementId(given(payloadOf(definition))), round: 0 }
  const boxes = Array.from({ length: 30 }, (_, i) => ({ id: `b${i + 1}`, area: 'L' }))
  const keys = [{ key: toHex(archivist!.publicKey), role: 'archivist' as const, card: '2' }]
  const candidates = ['anna', 'boris'].map((id, i) => ({ id, number: i + 1, name: name(id) }))
  const byArchive: Statement[] = [
    definition,
    { kind: 'areas', ...common, areas: [{ id: 'L', level: 'land', name: name('Land') }] },
    { kind: 'boxes', ...common, boxes },
    { kind: 'enrol', ...common, side: 'archive', keys },
    { kind: 'ballot', ...common, round: 1, candidates },
  ]
  const figures = { taken: 102, invalid: 2, valid: 100, votes: { 1: 60, 2: 40 } }
  const byArchivist = boxes.map(({ id, area }): Statement => {
    const row = { area, box: id, status: 'counted', figures } as const
    return { kind: 'import', ...common, round: 1, ...row }
  })
  for (const statement of byArchive) given(await log.add([given(await sign(statement, [archive!]))]))
  for (const statement of byArchivist) given(await log.add([given(await sign(statement, [archivist!]))]))
  given(await log.close())
  const key = join(dir, 'board.skey')
  writeFileSync(
    key,
    `${formatSkey({ ...verifierKey('board', noteKey, board!.publicKey), seed: seedOf('board') })}\n`,
  )
  return { dir, key }
}

function seedOf(whose: string): Uint8Array {
  return sha256(new TextEncoder().encode(whose))
}

async function keyOf(whose: string): Promise<SigningKey> {
  return sodiumNative.signingKeyFromSeed(seedOf(whose))
}

function given<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
