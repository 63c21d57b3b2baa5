import {
  type Found,
  maySign,
  payloadsOf,
  problems,
  readSetup,
  type Setup,
  type SetupDocument,
  type SetupStep,
  type SetupTable,
  type TableTexts,
  type ToSign,
} from '@countersign/publication/setup'
import { statementId } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { ask, type ElectionNow } from '../shell/api.ts'
import { useElection } from '../shell/election.ts'
import { useDocument } from './document.ts'

/** The tables that the authority gives. People are each side's own, and no name of theirs goes to the server. */
export const tables = ['places', 'areas', 'candidates'] as const satisfies readonly SetupTable[]

/** The tables as the server has them. */
export function useTables(): TableTexts | undefined {
  const { data } = useQuery({
    queryKey: ['setup', 'tables'],
    queryFn: readTables,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

async function readTables(): Promise<TableTexts> {
  const texts: { [T in SetupTable]?: string } = {}
  for (const table of tables) {
    const answer = await ask<string>('GET', `setup/tables/${table}`)
    if (answer.ok) texts[table] = answer.value
  }
  return texts
}

/** A step with its statements, made on this device from what it shows. */
export interface Made {
  readonly step: SetupStep
  readonly round: number
  readonly statements: readonly (ToSign & { readonly payload: Uint8Array; readonly id: string })[]
}

/** The setup read whole. */
export interface Whole {
  readonly setup: Setup
  readonly found: readonly Found[]
  /** Nothing while something stops it. */
  readonly made: readonly Made[]
}

/** Reads everything and makes every statement: a country takes a second or two. Undefined until it is done. */
export function useWhole(): Whole | undefined {
  const { answer } = useDocument()
  const texts = useTables()
  const election = useElection()
  const document = answer?.ok ? answer.value.body : null
  const { data } = useQuery({
    queryKey: ['setup', 'whole', document, texts, election?.vkey],
    queryFn: () => wholeOf(document!, texts!, election!),
    enabled: document !== null && texts !== undefined && election !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    structuralSharing: false,
    queryKeyHashFn: hashOf,
  })
  return data
}

/** Tables are long: their length and ends tell them apart from what they were. */
function hashOf(queryKey: readonly unknown[]): string {
  return JSON.stringify(queryKey, (_, value) =>
    typeof value === 'string' && value.length > 2_000 ? `${value.length} ${numberOf(value)}` : value,
  )
}

/** A number that changes with any character of a text (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

async function wholeOf(document: SetupDocument, texts: TableTexts, election: ElectionNow): Promise<Whole> {
  // What is shown meanwhile is drawn first.
  await new Promise(resolve => setTimeout(resolve, 30))
  const setup = readSetup(document, texts)
  const found = problems(setup)
  return { setup, found, made: maySign(found) ? madeOf(setup, election) : [] }
}

/** Every step in its order, round by round. Who stands in a later round is chosen when it comes. */
function madeOf(setup: Setup, election: ElectionNow): readonly Made[] {
  const { lists, rounds } = setup.document
  const first: readonly SetupStep[] = [
    'definition',
    'areas',
    'boxes',
    'seal',
    'candidacies',
    'ballot',
    'calendar',
  ]
  const later: readonly SetupStep[] =
    lists === 'once' ? ['ballot', 'calendar'] : ['boxes', 'seal', 'ballot', 'calendar']
  return rounds.flatMap(({ number }) =>
    (number === 1 ? first : later).map(step => makeStep(setup, election, step, number)),
  )
}

/** The statements of one step. @param standing in a later round, who stands, by ID */
export function makeStep(
  setup: Setup,
  { origin, vkey }: ElectionNow,
  step: SetupStep,
  round: number,
  standing?: readonly string[],
): Made {
  const payloads = payloadsOf(setup, step, { log: { origin, vkey }, round, ...(standing && { standing }) })
  if (!payloads.ok) throw new Error(payloads.refusal.message)
  return { step, round, statements: payloads.value.map(each => ({ ...each, id: statementId(each.payload) })) }
}

/** Whether the last statement of a step is on the record, and with force. */
export function useRecorded(
  made: Made | undefined,
): { readonly recorded: boolean; readonly why?: string; readonly index?: number } | undefined {
  const last = made?.statements.at(-1)?.id
  const { data } = useQuery({
    queryKey: ['recorded', last],
    queryFn: () =>
      ask<{
        readonly entries: readonly number[]
        readonly force: true | { readonly code: string; readonly message: string }
      }>('GET', `statements/${last}`),
    enabled: last !== undefined,
    staleTime: 2_000,
    refetchInterval: ({ state }) => (state.data?.ok && state.data.value.force === true ? false : 1_000),
  })
  if (made && last === undefined) return { recorded: true }
  if (data === undefined) return undefined
  if (!data.ok) return { recorded: false }
  const { force, entries } = data.value
  return {
    recorded: force === true,
    ...(force !== true && { why: force.message }),
    ...(entries[0] !== undefined && { index: entries[0] }),
  }
}
