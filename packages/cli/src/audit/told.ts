import { type AuditState, auditSections, type PlanFile, planBlocks } from '@countersign/analysis/audits'
import { type Language, nameIn, type Report, type Section, section } from '@countersign/analysis/report'

const words = {
  en: {
    plan: 'The plan of the audit',
    about: (audit: string, round: string) => `Audit ${audit}, round ${round}`,
  },
  fa: { plan: 'طرح حسابرسی', about: (audit: string, round: string) => `حسابرسی ${audit}، دور ${round}` },
} as const

export function planSection(file: PlanFile, language: Language): Section {
  return section(words[language].plan, ...planBlocks(file, language))
}

/** An audit as far as it has come, for people. */
export function auditReport(state: AuditState, language: Language): Report {
  const { audit, round, about } = state.plan
  return {
    language,
    title: nameIn(about.name, language),
    about: [words[language].about(audit, round.toLocaleString(language))],
    sections: auditSections(state, language),
  }
}

/** The same as JSON. */
export function auditJson({
  plan,
  bound,
  seed,
  drawn,
  waiting,
  taints,
  risk,
  path,
  more,
  verdict,
}: AuditState) {
  const { boxes, ...rest } = plan
  return {
    ...rest,
    boxes: boxes.length,
    bound,
    seed: seed?.text ?? null,
    drawn: drawn.map(({ number, box }) => ({ number, box })),
    waiting,
    taints: Object.fromEntries(taints),
    risk,
    path,
    more,
    verdict,
  }
}
