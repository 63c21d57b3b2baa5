import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditStep, readSteps } from '@countersign/analysis/audits'
import { type Election, fromHex, type StatementNamed, toHex } from '@countersign/election'
import { sign } from '@countersign/record'
import { ok, parseSkey, type Result, refuse, sha256 } from '@countersign/tlog'
import { openLog, sodiumNative } from '@countersign/tlog/node'
import { sourceOf } from '../record/source.ts'

/** Where the steps of an audit are kept: as statements in a record, or as files in a folder. */
export interface AuditStore {
  /** The steps so far, in their order. */
  readonly steps: () => Promise<Result<readonly AuditStep[]>>
  /** Adds steps of the audit of a round. */
  readonly add: (steps: readonly AuditStep[], round: number) => Promise<Result<undefined>>
}

/**
 * An audit in a folder, for figures that are in no record: a numbered JSON file a step.
 * Refusals: `cannot-read`, `cannot-write`.
 */
export function inFolder(dir: string): AuditStore {
  const files = async () => {
    const names = await readdir(dir).catch(() => [] as string[])
    return names.filter(name => /^\d{3}-(plan|seed|draw|results)\.json$/.test(name)).sort()
  }
  return {
    steps: async () => {
      const steps: AuditStep[] = []
      for (const name of await files()) {
        try {
          steps.push(stepOf(JSON.parse(await readFile(join(dir, name), 'utf8'))))
        } catch (error) {
          return refuse('cannot-read', `${join(dir, name)}: ${(error as Error).message}`)
        }
      }
      return ok(steps)
    },
    add: async steps => {
      try {
        await mkdir(dir, { recursive: true })
        let number = (await files()).length
        for (const step of steps) {
          const name = `${String(++number).padStart(3, '0')}-${step.step}.json`
          await writeFile(join(dir, name), `${JSON.stringify(jsonOf(step))}\n`, { flag: 'wx' })
        }
        return ok(undefined)
      } catch (error) {
        return refuse('cannot-write', (error as Error).message)
      }
    },
  }
}

function jsonOf(step: AuditStep): unknown {
  return step.step === 'seed' ? { ...step, seed: toHex(step.seed) } : step
}

function stepOf(json: { step: AuditStep['step']; seed?: string }): AuditStep {
  return json.step === 'seed'
    ? ({ ...json, seed: fromHex(json.seed!) } as unknown as AuditStep)
    : (json as unknown as AuditStep)
}

type AuditStatement = StatementNamed<'audit'>

/**
 * An audit in a record: `audit` statements with force; the plan and the counts lie among the record's blobs.
 * @param key the file of the auditor's or audit board's key; reading needs none
 * Refusals: `no-blob`, `no-key`, `too-many`, those of the log.
 */
export function inRecord(where: string, election: Election, audit: string, key?: string): AuditStore {
  return {
    steps: async () => {
      const source = sourceOf(where)
      const stated = [...election.entries.values()].flatMap(({ statement, force }) =>
        statement.kind === 'audit' && statement.audit === audit && force !== undefined ? [statement] : [],
      )
      const steps = await readSteps(stated, hash => source.read(`blob/sha256/${hash}`), sha256)
      return steps.ok ? steps : refuse(steps.refusal.code, steps.refusal.message)
    },
    add: async (steps, round) => {
      if (key === undefined)
        return refuse(
          'no-key',
          'A step is signed by an auditor: name the key with --key, or keep the audit in a folder with --dir.',
        )
      const signer = await readKey(key)
      if (!signer.ok) return signer
      const entries: Uint8Array[] = []
      for (const statement of statementsOf(steps, { definition: election.definitionId, audit, round })) {
        const entry = await sign(statement.statement, [signer.value])
        if (!entry.ok) return entry
        if (statement.blob) await keepBlob(where, statement.blob)
        entries.push(entry.value)
      }
      return addAll(where, entries)
    },
  }
}

/** Boxes of one draw statement. */
const mostDrawn = 500

interface Stated {
  readonly statement: AuditStatement
  readonly blob?: Uint8Array
}

function* statementsOf(
  steps: readonly AuditStep[],
  about: Pick<AuditStatement, 'definition' | 'audit' | 'round'>,
): Generator<Stated> {
  for (const step of steps) {
    const common = { kind: 'audit', ...about, step: step.step } as const
    if (step.step === 'seed') yield { statement: { ...common, text: step.text, seed: toHex(step.seed) } }
    else if (step.step === 'draw')
      for (let i = 0; i < step.boxes.length; i += mostDrawn)
        yield { statement: { ...common, boxes: step.boxes.slice(i, i + mostDrawn) } }
    else {
      const blob = new TextEncoder().encode(JSON.stringify(step.step === 'plan' ? step.file : step.counts))
      const digest = toHex(sha256(blob))
      if (step.step === 'plan')
        yield { blob, statement: { ...common, blob: digest, riskPerMille: step.file.riskPerMille } }
      else yield { blob, statement: { ...common, blob: digest, boxes: step.counts.map(({ box }) => box) } }
    }
  }
}

async function readKey(path: string) {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return refuse('no-key', `${path} cannot be read.`)
  const key = parseSkey(text.trim())
  return key.ok
    ? ok(await sodiumNative.signingKeyFromSeed(key.value.seed))
    : refuse('no-key', `${path} is no key.`)
}

async function keepBlob(where: string, bytes: Uint8Array): Promise<void> {
  const folder = join(where, 'blob', 'sha256')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, toHex(sha256(bytes))), bytes)
}

async function addAll(where: string, entries: readonly Uint8Array[]): Promise<Result<undefined>> {
  const opened = await openLog(where)
  if (!opened.ok) return opened
  const added = await opened.value.add([...entries])
  const closed = await opened.value.close()
  if (!added.ok) return added
  return closed.ok ? ok(undefined) : closed
}
