import { fromHex, ok, type Result, refuse, toHex } from '@countersign/election'
import type { Hash } from './draw.ts'
import type { AuditStep, HandCount, PlanFile } from './steps.ts'

/** A step as a record states it: the plan and the counts are files that it names by their SHA-256. */
export interface StatedStep {
  readonly step: AuditStep['step']
  readonly text?: string | null | undefined
  readonly seed?: string | null | undefined
  readonly boxes?: readonly string[] | undefined
  readonly blob?: string | null | undefined
}

/**
 * The steps of an audit with the files that they name, each held to its SHA-256.
 * Refusal: `no-blob` where a file is missing or another.
 * @param read a file of the record by its SHA-256 in hexadecimal
 */
export async function readSteps(
  stated: readonly StatedStep[],
  read: (hash: string) => Promise<Uint8Array | undefined>,
  sha256: Hash,
): Promise<Result<readonly AuditStep[]>> {
  const steps: AuditStep[] = []
  for (const { step, text, seed, boxes = [], blob } of stated) {
    if (step === 'seed') steps.push({ step, text: text ?? '', seed: fromHex(seed ?? '') })
    else if (step === 'draw') steps.push({ step, boxes })
    else {
      const bytes = blob ? await read(blob) : undefined
      if (bytes === undefined || toHex(sha256(bytes)) !== blob)
        return refuse(
          'no-blob',
          `The ${step} of the audit is not among the record’s files.`,
          `blob/sha256/${blob}`,
        )
      const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
      if (step === 'plan') steps.push({ step, file: json as PlanFile })
      else steps.push({ step, counts: json as readonly HandCount[] })
    }
  }
  return ok(steps)
}
