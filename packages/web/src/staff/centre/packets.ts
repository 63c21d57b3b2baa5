import { useQuery } from '@tanstack/react-query'
import { database } from '../device/database.ts'
import { type Answer, answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { queries } from '../shell/stored.ts'

export type Packet = components['schemas']['Packet']
export type FormSections = components['schemas']['FormSections']

/** The packets of one's centre, as they came in. */
export function usePackets(round: number, enabled = true): Answer<readonly Packet[]> | undefined {
  const { data } = useQuery({
    queryKey: ['packets', round],
    queryFn: () => answered(server.GET('/centres/packets', { params: { query: { round } } })),
    refetchInterval: 5_000,
    enabled,
  })
  return data
}

/** The lines of the round's form with figures. */
export function useFormSections(round: number): FormSections | undefined {
  const { data } = useQuery({
    queryKey: ['form', round],
    queryFn: () => formOf(round),
    staleTime: ({ state }) => (state.data ? Number.POSITIVE_INFINITY : 0),
  })
  return data ?? undefined
}

/** Asks the server, else remembers: a copy is compared without a network, too. */
async function formOf(round: number): Promise<FormSections | null> {
  const answer = await answered(server.GET('/forms', { params: { query: { round } } }))
  const kept = await database()
  if (!answer.ok) return ((await kept.get('settings', `form.${round}`)) as FormSections | undefined) ?? null
  await kept.put('settings', answer.value, `form.${round}`)
  return answer.value
}

type Step = 'begin' | 'key' | 'finish' | 'giveUp' | 'settle'

/** Takes a step of a packet's double entry. */
export async function takeStep(
  id: string,
  step: Step,
  figures: Readonly<Record<string, number | null>> = {},
): Promise<Answer<Packet>> {
  const answer = await answered(
    server.POST('/centres/packets/{id}/steps', {
      params: { path: { id } },
      body: { step, figures: { ...figures } },
    }),
  )
  await queries.invalidateQueries({ queryKey: ['packets'] })
  return answer
}

/** Where a packet stands, as a word of the messages: what is asked about it, until it is explained; else its entry. */
export function standingOf({
  arrival,
  explanation,
  state,
}: Pick<Packet, 'arrival' | 'explanation' | 'state'>): string {
  if (arrival === 'taken in' || (arrival === 'other serial' && explanation !== null)) return state
  return arrival.replace(' ', '-')
}
