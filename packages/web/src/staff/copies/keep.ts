import type { PublishedRound, RoundBox } from '@countersign/record'
import { type Answer, answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { queries } from '../shell/stored.ts'
import { type Candidate, type CopyDatabase, copyDatabase, type KeptArea, type KeptBox } from './database.ts'

/** An area, how much it is to keep it, and the candidates of the round. */
export type AreaToKeep = components['schemas']['Areas']['areas'][number] & {
  readonly candidates: readonly Candidate[]
}
type Published = components['schemas']['PublishedBox']

/** The highest areas of a round, and how much it is to keep them. */
export async function areasToKeep(round: number): Promise<Answer<readonly AreaToKeep[]>> {
  const answer = await answered(server.GET('/areas', { params: { query: { round } } }))
  if (!answer.ok) return answer
  const { areas, candidates } = answer.value
  return { ...answer, value: areas.map(area => ({ ...area, candidates })) }
}

/**
 * Brings everything published of an area onto this device; what is here already is only brought up to date. What has
 * come is written as it comes: a lost connection loses nothing, and the next try goes on. Nothing is counted anew.
 * @param heard is told how many boxes have come
 */
export async function keepArea(
  round: number,
  area: Omit<AreaToKeep, 'reported'>,
  heard: (boxes: number) => void = () => {},
): Promise<Answer<KeptArea>> {
  const kept = await copyDatabase()
  const key = `${round}.${area.area}`
  const since = (await kept.get('areas', key))?.treeSize ?? 0
  let after: string | undefined
  let first: number | undefined
  let came = 0
  do {
    const answer = await answered(
      server.GET('/areas/{area}/boxes', {
        params: {
          path: { area: area.area },
          query: { round, since, ...(after !== undefined && { after }) },
        },
      }),
    )
    if (!answer.ok) return answer
    const { boxes, next, treeSize } = answer.value
    // What changes while the rest is on its way is asked for again the next time.
    first ??= treeSize
    await putBoxes(kept, round, area.area, boxes)
    came += boxes.length
    heard(came)
    after = next ?? undefined
  } while (after !== undefined)
  const { name, boxes, bytes, candidates } = area
  const value: KeptArea = {
    ...{ key, round, area: area.area, name, boxes, bytes, candidates },
    ...{ treeSize: first ?? 0, at: Date.now() },
  }
  await kept.put('areas', value)
  await queries.invalidateQueries({ queryKey: ['copies', 'areas'] })
  return { ok: true, value, status: 200 }
}

async function putBoxes(
  kept: CopyDatabase,
  round: number,
  region: string,
  boxes: readonly Published[],
): Promise<void> {
  const writing = kept.transaction('boxes', 'readwrite', { durability: 'relaxed' })
  for (const { box, area: _, forms, ...rest } of boxes) {
    const joined = forms.map(form => ({ ...form, kids: form.kids.join('') }))
    void writing.store.put({ ...rest, id: box, round, region, forms: joined } as KeptBox)
  }
  await writing.done
}

/** Takes an area off this device. */
export async function dropArea({ key, round, area }: KeptArea): Promise<void> {
  const kept = await copyDatabase()
  const writing = kept.transaction(['areas', 'boxes'], 'readwrite')
  await writing.objectStore('areas').delete(key)
  const boxes = writing.objectStore('boxes')
  for (const box of await boxes.index('area').getAllKeys([round, area])) void boxes.delete(box)
  await writing.done
  await queries.invalidateQueries({ queryKey: ['copies'] })
}

/** The areas of a round that are on this device. */
export async function keptAreas(round: number): Promise<readonly KeptArea[]> {
  const all = await (await copyDatabase()).getAll('areas')
  return all.filter(area => area.round === round)
}

/** A box that is on this device, and the area that it came with. */
export async function keptBox(
  round: number,
  id: string,
): Promise<{ readonly box: RoundBox; readonly area: KeptArea } | undefined> {
  const kept = await copyDatabase()
  const box = await kept.get('boxes', [round, id])
  const area = box && (await kept.get('areas', `${round}.${box.region}`))
  return box && area ? { box: roundBox(box), area } : undefined
}

/** Boxes that are read at once. */
const some = 2_000

/** Everything of a round that is on this device, to hold copies against; nothing where no area is kept. */
export async function keptRound(round: number): Promise<PublishedRound | undefined> {
  const areas = await keptAreas(round)
  if (areas.length === 0) return undefined
  const kept = await copyDatabase()
  const boxes = new Map<string, RoundBox>()
  let after: IDBValidKey = [round]
  for (;;) {
    const next: readonly KeptBox[] = await kept.getAll(
      'boxes',
      IDBKeyRange.bound(after, [round, []], true),
      some,
    )
    for (const box of next) boxes.set(box.id, roundBox(box))
    if (next.length < some) break
    after = [round, next.at(-1)!.id]
  }
  // What was brought at different times is as good as its oldest part.
  const treeSize = Math.min(...areas.map(area => area.treeSize))
  return { round, treeSize, candidates: areas[0]!.candidates, boxes }
}

/** A box as it is compared. Who signed is taken apart only where it is asked for. */
export function roundBox({ round: _, forms, ...box }: KeptBox): RoundBox {
  return {
    ...box,
    forms: forms.map(({ kids, ...form }) => ({
      ...form,
      get kids() {
        return kids.match(/.{16}/g) ?? []
      },
    })),
  }
}
