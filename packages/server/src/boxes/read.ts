import { type Box, type Election, reasons, sayFinding, statedOutside } from '@countersign/election'
import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { LiveRecord } from '../record/live-record.ts'

const entry = z.object({
  id: z.string(),
  kind: z.string(),
  index: z.number().int(),
  entry: z.string().openapi({ format: 'byte' }),
  by: z
    .array(z.object({ role: z.string(), side: z.string(), card: z.string() }))
    .openapi({ description: 'who signed this entry, by card' }),
  force: z.union([z.literal(true), z.object({ code: z.string(), en: z.string(), fa: z.string() })]),
})

const box = z
  .object({
    box: z.string(),
    round: z.number().int(),
    area: z.string(),
    state: z.string(),
    findings: z.array(z.object({ code: z.string(), severity: z.string(), en: z.string(), fa: z.string() })),
    entries: z.array(entry).openapi({ description: 'what is recorded of it, in order' }),
    docket: z
      .array(entry.extend({ rulings: z.array(z.string()) }))
      .openapi({ description: 'the complaints about it, and the rulings that answer them' }),
  })
  .openapi('BoxOnRecord')

const route = createRoute({
  method: 'get',
  path: '/boxes/{box}',
  operationId: 'readBox',
  tags: ['boxes'],
  summary: 'A box as the record has it: its state, what was found, its statements, its docket.',
  request: {
    params: z.object({
      box: z
        .string()
        .max(32)
        .openapi({ param: { name: 'box', in: 'path' } }),
    }),
    query: z.object({ round: z.coerce.number().int().min(1).default(1) }),
  },
  responses: {
    200: { description: 'the box', content: { 'application/json': { schema: box } } },
    ...problems,
  },
})

export function readBox(app: App, { record }: Parts): void {
  app.openapi(route, async c => {
    const { box: id } = c.req.valid('param')
    const { round } = c.req.valid('query')
    const { election } = record
    const listed = election?.rounds.get(round)?.boxes.get(id) as Readonly<Box> | undefined
    if (!election || !listed) {
      const outside = election && (await outsideOf(record, election, id, round))
      return outside ? c.json(outside, 200) : problem(c, noBox(id, round))
    }
    const findings = listed.judgement.findings.map(finding => ({
      ...{ code: finding.code, severity: finding.severity },
      ...{ en: sayFinding(finding, 'en'), fa: sayFinding(finding, 'fa') },
    }))
    const answer = {
      ...{ box: id, round, area: listed.area, state: listed.judgement.state, findings },
      entries: await entriesOf(record, election, statementsOf(listed)),
      docket: await docketOf(record, election, id, round),
    }
    return c.json(answer, 200)
  })
}

/** A box that is on no list, and what is stated of it all the same; undefined where nothing is. */
async function outsideOf(record: LiveRecord, election: Election, box: string, round: number) {
  const stated = statedOutside(election, round, box)
  if (stated.length === 0) return undefined
  const { en, fa } = reasons.B13
  return {
    ...{ box, round, area: '', state: 'extra' },
    findings: [{ code: 'B13', severity: 'informs', en, fa }],
    entries: await entriesOf(
      record,
      election,
      stated.map(({ id }) => id),
    ),
    docket: [],
  }
}

function noBox(box: string, round: number) {
  return refuse('not-found', `Box ${box} is not on the list of round ${round}.`, { box, round }).refusal
}

function statementsOf(box: Readonly<Box>): readonly string[] {
  const { opens, closes, commits, forms, later, transcripts, attachments } = box
  const { objections, rulings, incidents, custody, additions } = box
  const all = [
    ...[...opens, ...closes, ...commits, ...forms, ...later],
    ...[...transcripts, ...attachments, ...objections, ...rulings, ...incidents, ...custody, ...additions],
  ]
  return all.sort((a, b) => a.index - b.index).map(({ id }) => id)
}

type Entries = z.infer<typeof entry>[]

/** Every entry of these statements, also those that only add signatures. */
export async function entriesOf(
  record: LiveRecord,
  election: Election,
  ids: readonly string[],
): Promise<Entries> {
  const entries: Entries = []
  for (const id of ids)
    for (const index of record.entriesOf(id)) {
      const bytes = await record.entryAt(index)
      if (!bytes.ok) throw new Error(bytes.refusal.message)
      const { statement, force, why, signatures } = election.entries.get(id)!
      entries.push({
        ...{ id, kind: statement.kind, index, entry: toBase64(bytes.value) },
        by: signatures
          .filter(signature => signature.index === index)
          .map(({ person: { role, side, card } }) => ({ role, side, card })),
        force: force !== undefined ? true : { code: why!, ...reasons[why!] },
      })
    }
  return entries
}

async function docketOf(record: LiveRecord, election: Election, box: string, round: number) {
  const docket = []
  for (const { complaint, rulings } of election.docket.values()) {
    if (complaint.statement.box !== box || complaint.statement.round !== round) continue
    const [first] = await entriesOf(record, election, [complaint.id])
    docket.push({ ...first!, rulings: rulings.map(({ id }) => id) })
  }
  return docket
}
