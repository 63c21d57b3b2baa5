import { onChange } from '../device/database.ts'
import { post } from '../device/outbox.ts'
import { scannedOn } from '../device/scanned.ts'
import { gathering } from './gather.ts'

/** The page on which anyone's phone takes statements in. */
export const carrying = 'carry'

/** Puts every statement that was scanned to be carried in the outbox once it is whole, whichever page is open then. */
export function keepCarrying(): void {
  const gathered = gathering()
  const taken = new Set<string>()
  const run = async () => {
    for (const text of await scannedOn(carrying)) gathered.take(text)
    for (const { entry, id, missing, signatures } of gathered.statements()) {
      const name = `${id} ${signatures.length}`
      if (entry === undefined || missing.length > 0 || taken.has(name)) continue
      taken.add(name)
      await post(entry)
    }
  }
  onChange(store => {
    if (store === 'scanned') void run()
  })
  void run()
}
