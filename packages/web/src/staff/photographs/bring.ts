import { type Attached, attachedHere, updateAttached } from '../device/attached.ts'
import { onChange } from '../device/database.ts'
import { posted } from '../device/outbox.ts'
import { type Answer, answered, server } from '../shell/api.ts'

const parts = ['masked', 'original'] as const

/** Milliseconds between tries while something waits. */
const pause = 15_000

/** Brings to the server, for as long as the page is open, the files of photographs whose statements are recorded. */
export function keepBringing(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  const run = async () => {
    if (running) return
    running = true
    clearTimeout(timer)
    const left = await bringDue().catch(() => 1)
    running = false
    if (left > 0) timer = setTimeout(() => void run(), pause)
  }
  onChange(store => {
    if (store === 'outbox') void run()
  })
  addEventListener('online', () => void run())
  void run()
}

/** Brings what can be brought, the oldest first, one tab at a time. Gives how many photographs still wait. */
export async function bringDue(): Promise<number> {
  const bring = async () => {
    const recorded = new Set(
      (await posted()).filter(({ state }) => state === 'recorded' || state === 'proved').map(({ id }) => id),
    )
    for (const photograph of (await attachedHere()).filter(isDue))
      if (recorded.has(photograph.statement)) await bringOne(photograph)
    return (await attachedHere()).filter(isDue).length
  }
  return navigator.locks ? navigator.locks.request('countersign photographs', bring) : bring()
}

function isDue({ brought, refusal }: Attached): boolean {
  return brought.length < parts.length && refusal === undefined
}

/** What is published comes first: it is what people wait for. */
async function bringOne(photograph: Attached): Promise<void> {
  let { brought } = photograph
  for (const part of parts.filter(part => !brought.includes(part))) {
    const answer = await put(photograph, part)
    if (!answer.ok) {
      const isFinal =
        answer.status === 413 || (answer.status === 422 && answer.refusal.code !== 'other-digest')
      if (isFinal) await updateAttached(photograph, { refusal: plain(answer.refusal) })
      return
    }
    brought = [...brought, part]
    await updateAttached(photograph, { brought })
  }
}

function put(photograph: Attached, part: (typeof parts)[number]): Promise<Answer<unknown>> {
  return answered(
    server.PUT('/blobs/{digest}', {
      params: { path: { digest: photograph[part] }, query: { statement: photograph.statement } },
      // The description says binary; what is sent is the file itself.
      body: photograph[`${part}File`] as never,
      bodySerializer: file => file as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  )
}

function plain({ code, message }: { readonly code: string; readonly message: string }) {
  return { code, message }
}
