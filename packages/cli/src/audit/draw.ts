import { type AuditState, type AuditStep, nextDraws, seedOf } from '@countersign/analysis/audits'
import { sha256 } from '@countersign/tlog'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { auditOptions, openPlanned } from './opened.ts'
import { auditJson, auditReport } from './told.ts'

export const draw: Command = {
  usage: 'draw <where>',
  says: 'Draw boxes of a planned audit from a public seed; again for a further round. Anyone can repeat the draw (docs/methods/03-risk-limiting-audits.md).',
  options: [
    ...auditOptions,
    ['--seed <dice>', 'what was thrown in public, as it is written down; once an audit'],
    ['--draws <n>', 'how many; as many as would do where absent'],
    ...reportOptions,
  ],
  examples: [
    'countersign audit draw data/record --key auditor.skey --seed "4 1 6 6 2 5 3 3 1 6 2 4 5 5 1 2 6 3 4 1"',
    'countersign audit draw . --dir audit-1 --draws 10',
  ],
  run: async ([where], given, { progress, language }) => {
    const audit = await openPlanned(where!, given, progress)
    if ('stopped' in audit) return audit
    const { state, store } = audit
    const steps = stepsOf(state, given)
    if ('stopped' in steps) return steps
    const added = await store.add(steps.all, state.plan.round)
    if (!added.ok) return stopBy(added.refusal)
    const after = await openPlanned(where!, given, progress)
    if ('stopped' in after) return after
    return answerBy(auditReport(after.state, language), auditJson(after.state), given)
  },
}

function stepsOf(
  state: AuditState,
  { seed, draws }: Given,
): { readonly all: readonly AuditStep[] } | Stopped {
  if (state.seed && typeof seed === 'string')
    return stop('seed-twice', `The audit has its seed: “${state.seed.text}”.`, 'draw again without --seed')
  if (!state.seed && (typeof seed !== 'string' || seed.trim().length < 10))
    return stop(
      'no-seed',
      'The audit needs a seed of at least ten characters, thrown in public.',
      'throw twenty dice and write them down: --seed "4 1 6 …"',
    )
  const count = draws === undefined ? state.more : Number(draws)
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    return stop('usage', `--draws ${draws} is not a number of draws`, 'from 1 to 10,000')
  const thrown: AuditStep[] =
    typeof seed === 'string' ? [{ step: 'seed', text: seed, seed: seedOf(seed, sha256) }] : []
  const seeded =
    thrown.length > 0
      ? { ...state, seed: { text: seed as string, bytes: seedOf(seed as string, sha256) } }
      : state
  const boxes = nextDraws(seeded, count, sha256)
  return boxes.ok ? { all: [...thrown, { step: 'draw', boxes: boxes.value }] } : stopBy(boxes.refusal)
}
