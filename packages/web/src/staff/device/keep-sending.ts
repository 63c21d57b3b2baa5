import { saveWanted } from './backup.ts'
import { onChange } from './database.ts'
import { sendDue } from './sending.ts'

/** Sends what is due for as long as the page is open; at once when something is added or the network comes back. */
export function keepSending(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false
  const run = async (all = false) => {
    if (running) {
      again = true
      return
    }
    running = true
    clearTimeout(timer)
    const wait = await sendDue(Date.now(), all).catch(() => 60_000)
    running = false
    timer = setTimeout(() => void run(), again ? 0 : wait)
    again = false
  }
  // What sending itself writes must not make it run again at once.
  onChange(store => {
    if (store === 'outbox' && !running) void run()
  })
  addEventListener('online', () => void run(true))
  void run()
}

/** Milliseconds after which drafts that could not be saved with the server are tried again. */
const savedAgain = 60_000

/** Saves drafts that were entered without a network, whichever page is open when it is back. */
export function keepSaving(): void {
  const run = () => void saveWanted().catch(() => undefined)
  addEventListener('online', run)
  setInterval(run, savedAgain)
  run()
}
