import { type AuditState, auditAfter } from '@countersign/analysis/audits'
import type { Election } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { type Given, type Stopped, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { stopBy } from '../record/refused.ts'
import { verified } from '../record/verified.ts'
import { type AuditStore, inFolder, inRecord } from './store.ts'

/** Options of every command of an audit. */
export const auditOptions = [
  ['--audit <id>', 'which audit: A1 where absent'],
  ['--dir <folder>', 'keep the audit in this folder, where the figures are in no record'],
  ['--key <file>', 'the key of the audit board or an auditor, which signs the step into the record'],
] as const

/** An audit as far as it has come. */
export interface Opened {
  readonly store: AuditStore
  /** Absent before the plan. */
  readonly state?: AuditState
  /** Absent where the audit is kept in a folder. */
  readonly election?: Election
}

/** Opens an audit, in a record or a folder, and replays its steps. */
export async function openAudit(where: string, given: Given, progress: Progress): Promise<Opened | Stopped> {
  const audit = idIn(given)
  if (typeof given.dir === 'string') return opened(inFolder(given.dir))
  const done = await verified(where, {}, progress)
  if (!done.ok) {
    const { stopped } = stopBy(done.refusal, where)
    return stop(stopped.code, stopped.message, 'name a record, or keep the audit in a folder with --dir')
  }
  const { election } = done.value
  if (!election)
    return stop(
      'not-whole',
      `The record in ${where} cannot be read as a whole.`,
      `countersign verify ${where}`,
    )
  const key = typeof given.key === 'string' ? given.key : undefined
  return opened(inRecord(where, election, audit, key), election)
}

export function idIn({ audit }: Given): string {
  return typeof audit === 'string' ? audit : 'A1'
}

async function opened(store: AuditStore, election?: Election): Promise<Opened | Stopped> {
  const steps = await store.steps()
  if (!steps.ok) return stopBy(steps.refusal)
  const audit = { store, ...(election && { election }) }
  if (steps.value.length === 0) return audit
  const state = auditAfter(steps.value, sha256)
  return state.ok ? { ...audit, state: state.value } : stopBy(state.refusal)
}

/** The audit, which must have been planned. */
export async function openPlanned(
  where: string,
  given: Given,
  progress: Progress,
): Promise<(Opened & { readonly state: AuditState }) | Stopped> {
  const found = await openAudit(where, given, progress)
  if ('stopped' in found) return found
  const { state } = found
  if (!state)
    return stop('no-plan', `The audit ${idIn(given)} has no plan yet.`, 'begin with `countersign audit plan`')
  return { ...found, state }
}
