import type { Refusal } from '@countersign/election'
import type { SetupDocument } from '@countersign/publication/setup'
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { database } from '../device/database.ts'
import { type Answer, ask } from '../shell/api.ts'
import { queries } from '../shell/stored.ts'

/** The setup document as the server keeps it: null until something was saved. */
export interface Saved {
  readonly version: number
  readonly body: SetupDocument | null
}

/** Whether the server has what is shown here. */
export type Saving =
  | { readonly state: 'saved' | 'saving' | 'waiting' }
  | { readonly state: 'beside'; readonly refusal: Refusal }

const key = ['setup', 'document']
const pause = 600
const again = 5_000

let unsaved: Saved | undefined
let saving: Saving = { state: 'saved' }
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** The document, and whether it is saved. `answer` is undefined until it is known. */
export function useDocument(): { readonly answer: Answer<Saved> | undefined; readonly saving: Saving } {
  const { data } = useQuery({ queryKey: key, queryFn: load, staleTime: 60_000 })
  return { answer: data, saving: useSyncExternalStore(listen, () => saving) }
}

/** Shows the changed document at once, keeps it on the device, and saves it as soon as nobody types. */
export function change(version: number, body: SetupDocument): void {
  unsaved = { version: unsaved?.version ?? version, body }
  show(unsaved)
  say({ state: 'saving' })
  void keep(unsaved)
  schedule(pause)
}

/** Forgets what is known, so that it is asked for anew. */
export function askAgain(): void {
  void queries.invalidateQueries({ queryKey: ['setup'] })
}

async function load(): Promise<Answer<Saved>> {
  const kept = (await (await database()).get('settings', 'setup')) as Saved | undefined
  if (kept) {
    unsaved ??= kept
    schedule(pause)
    return { ok: true, value: unsaved, status: 200 }
  }
  return ask<Saved>('GET', 'setup')
}

function schedule(wait: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void save(), wait)
}

async function save(): Promise<void> {
  const sent = unsaved
  if (sent === undefined) return
  const answer = await ask<{ readonly version: number }>('PUT', 'setup', sent)
  if (answer.ok) return saved(sent, answer.value.version)
  if (answer.status === 409 || answer.status === 400) {
    // Another has saved meanwhile; the server keeps this one beside it, and theirs is shown.
    unsaved = undefined
    await keep(undefined)
    say({ state: 'beside', refusal: answer.refusal })
    return askAgain()
  }
  say({ state: 'waiting' })
  schedule(again)
}

async function saved(sent: Saved, version: number): Promise<void> {
  if (unsaved !== sent) {
    unsaved = { ...unsaved!, version }
    return schedule(0)
  }
  unsaved = undefined
  await keep(undefined)
  show({ version, body: sent.body })
  say({ state: 'saved' })
}

function show(value: Saved): void {
  queries.setQueryData(key, { ok: true, value, status: 200 } satisfies Answer<Saved>)
}

function say(now: Saving): void {
  saving = now
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function keep(value: Saved | undefined): Promise<void> {
  const stores = await database()
  if (value) await stores.put('settings', value, 'setup')
  else await stores.delete('settings', 'setup')
}
