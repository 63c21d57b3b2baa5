import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aNightOfDisputes, signedForReal } from '@countersign/publication/made-up'
import { ok, type Result, sha256 } from '@countersign/tlog'
import { makeLog, sodiumNative } from '@countersign/tlog/node'
import { makeWhole } from '../import/unfinished.ts'
import type { Brought } from './bring.ts'

const origin = 'rehearsal.example/made-up-night'

/** The record of a made-up election: found in `folder`, else made there. Refusals: those of the log. */
export async function bringMadeUp(folder: string): Promise<Result<Brought>> {
  if (existsSync(join(folder, 'checkpoint'))) return ok({ folder, made: false })
  const made = await makeWhole(folder, make)
  return made.ok ? ok({ folder, made: true }) : made
}

async function make(folder: string): Promise<Result<undefined>> {
  const log = await makeLog(folder, { origin })
  if (!log.ok) return log
  const { entries } = aNightOfDisputes(sha256, { origin, vkey: log.value.vkey }).log
  const signed = await signedForReal(entries, seed => sodiumNative.signingKeyFromSeed(seed))
  const added = await log.value.add(signed)
  const closed = await log.value.close()
  return added.ok ? closed : added
}
