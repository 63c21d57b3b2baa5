import { auditAfter, auditSections, readSteps } from '@countersign/analysis/audits'
import { type Language, sectionsHtml } from '@countersign/analysis/report'
import type { Overview } from '@countersign/publication'
import { ok, type Result, refuse, sha256 } from '@countersign/tlog'
import type { Files } from '../files/files.ts'

/**
 * An audit replayed from its stated steps, as the sections of its report in HTML: boxes are drawn again, the risk is
 * measured again. Refusals: those of `readSteps` and `auditAfter`.
 */
export async function replayedHtml(
  { source }: Files,
  stated: Overview['audits'],
  language: Language,
): Promise<Result<string>> {
  const read = (hash: string) => source.read(`blob/sha256/${hash}`).catch(() => undefined)
  const steps = await readSteps(stated, read, sha256)
  const state = steps.ok ? auditAfter(steps.value, sha256) : steps
  if (!state.ok) {
    const { code, message, where } = state.refusal
    return refuse(code, message, where === undefined ? {} : { path: where })
  }
  const sections = auditSections(state.value, language)
  return ok(sectionsHtml({ language, title: '', about: [], sections }, `${state.value.plan.audit}-`))
}
