import type { Election } from '@countersign/election'
import {
  blankForm,
  countSheet,
  filledForm,
  type Occasion,
  type Place,
  type Printed,
  placesOf,
  poster,
  signedForm,
} from '@countersign/paper'
import { ok, type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { LiveRecord } from '../record/live-record.ts'
import { noBallot, round } from '../rounds/round.ts'
import type { SessionPerson } from '../sessions/person.ts'
import { answerPdf, occasionOf, pdf, speaks, tooMany } from './pdf.ts'

const kinds = ['blank', 'form', 'count-sheet', 'poster'] as const
type Kind = (typeof kinds)[number]

/** Boxes whose pages are set at once: more would hold everyone else up. */
const most = 20

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/print/{kind}',
    operationId: 'printSheets',
    tags: ['print'],
    summary: 'Forms to fill in by hand, forms as they are on the record, count sheets or posters, as PDF.',
    middleware: needs('printSheets', parts),
    request: {
      params: z.object({ kind: z.enum(kinds).openapi({ param: { name: 'kind', in: 'path' } }) }),
      query: z.object({
        round,
        box: z.string().max(32).optional(),
        area: z.string().max(32).optional(),
        ...speaks,
      }),
    },
    responses: { 200: pdf, ...problems },
  })

export function printSheets(app: App, parts: Parts): void {
  const { record, now } = parts
  app.openapi(route(parts), async c => {
    const { kind } = c.req.valid('param')
    const { round: number, box: wanted, area, ...spoken } = c.req.valid('query')
    const { person } = c.get('session')
    const occasion = occasionOf(record, number, spoken)
    if (!record.election || !occasion) return problem(c, noBallot(number))
    const box = wanted ?? person.box
    const allowed = mayPrint(record.election, person, { box, area })
    if (!allowed.ok) return problem(c, allowed.refusal)
    const places = placesOf(record.election as Election, number, {
      ...(box !== undefined && { box }),
      ...(area !== undefined && { area }),
    })
    if (places.length === 0) return problem(c, noBox(box ?? area ?? ''))
    if (places.length > most) return problem(c, tooMany)
    const printed = await pagesOf(kind, record, occasion, places)
    if (!printed.ok) return problem(c, printed.refusal)
    return answerPdf(c, printed.value, `${kind}-${box ?? area ?? 'boxes'}`, Math.floor(now() / 1000))
  })
}

/** People at a box print for their own box, or for a box of their own area. Refusal: `not-yours`. */
function mayPrint(
  { lists, areas }: LiveRecord['election'] & object,
  person: SessionPerson,
  { box, area }: { readonly box: string | undefined; readonly area: string | undefined },
): Result<undefined> {
  if (person.box !== undefined && (box !== person.box || area !== undefined))
    return refuse('not-yours', `This key acts at box ${person.box}. Print that box’s.`, { box: person.box })
  if (person.area === undefined) return ok(undefined)
  const at =
    box === undefined ? area : [...lists.values()].find(list => list.boxes.has(box))?.boxes.get(box)?.area
  if (at !== undefined && areas.get(at)?.path.includes(person.area)) return ok(undefined)
  return refuse('not-yours', `This key acts in ${person.area}. Print what lies there.`, { area: person.area })
}

function noBox(where: string) {
  return refuse('not-found', `No box on the list is meant by ${where || 'this'}. Name a box or an area.`)
    .refusal
}

async function pagesOf(
  kind: Kind,
  record: LiveRecord,
  occasion: Occasion,
  places: readonly Place[],
): Promise<Result<readonly Printed[]>> {
  const printed: Printed[] = []
  for (const place of places) {
    const page = await pageOf(kind, record, occasion, place)
    if (page && !page.ok) return page
    if (page) printed.push(page.value)
  }
  return printed.length > 0 ? ok(printed) : noForm
}

const noForm = refuse(
  'not-yet',
  'No form of it is on the record yet. Before the release of the votes a form is printed from the device that has it.',
)

async function pageOf(
  kind: Kind,
  record: LiveRecord,
  occasion: Occasion,
  place: Place,
): Promise<Result<Printed> | undefined> {
  if (kind === 'blank') return ok(blankForm(occasion, place))
  if (kind === 'count-sheet') return ok(countSheet(occasion, place))
  if (kind === 'poster') return ok(poster(occasion, { place }))
  const entryAt = (index: number) => record.entryAt(index)
  const signed = await signedForm(record.election as Election, entryAt, occasion.ballot.round, place.box)
  if (!signed) return undefined
  return signed.ok ? filledForm(occasion, place, signed.value) : signed
}
