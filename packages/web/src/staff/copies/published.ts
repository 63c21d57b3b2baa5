import type { Form } from '@countersign/election'
import type { PublishedBox } from '@countersign/record'
import { database } from '../device/database.ts'
import { entryIn } from '../device/entry.ts'
import { type Answer, answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { keptBox } from './keep.ts'

type BoxOnRecord = components['schemas']['BoxOnRecord']

/** What is published of a box, and since when this device knows it: without a network, as it was then. */
export interface Known {
  readonly box: PublishedBox | undefined
  /** Milliseconds. */
  readonly at: number
}

/** Asks the server, else remembers. Refusal: `offline`, where this device knows nothing of the box. */
export async function published(round: number, id: string): Promise<Answer<Known>> {
  const kept = await database()
  const key = `published.${round}.${id}`
  const answer = await answered(
    server.GET('/boxes/{box}', { params: { path: { box: id }, query: { round } } }),
  )
  if (answer.ok || answer.status === 404) {
    const known: Known = { box: answer.ok ? publishedOf(answer.value) : undefined, at: Date.now() }
    await kept.put('settings', known, key)
    return { ok: true, value: known, status: answer.status }
  }
  const asked = (await kept.get('settings', key)) as Known | undefined
  const brought = await keptBox(round, id)
  const latest =
    brought && brought.area.at > (asked?.at ?? 0) ? { box: brought.box, at: brought.area.at } : asked
  return latest ? { ok: true, value: latest, status: 0 } : answer
}

function publishedOf({ state, entries }: BoxOnRecord): PublishedBox {
  const forms = new Map<string, PublishedBox['forms'][number]>()
  for (const { kind, id, index, entry, force } of entries) {
    if (kind !== 'form' || force !== true) continue
    const read = entryIn(entry)
    if (!read) continue
    const kids = read.signatures.map(({ kid }) => kid)
    const before = forms.get(id)
    forms.set(id, {
      ...{ id, entry: before?.entry ?? index, figures: (read.statement as Form).figures },
      kids: [...(before?.kids ?? []), ...kids],
    })
  }
  return { state, forms: [...forms.values()] }
}
