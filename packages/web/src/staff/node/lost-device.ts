import type { Browser } from 'playwright-core'
import { evening, morning, prepare, sent, twoDevices } from './box-day.ts'
import { answerHere, type Device, device, picture } from './device.ts'
import { enrolAll, inviteAll, takeBack } from './inviting.ts'
import { figuresOf } from './trial.ts'

interface Lost {
  readonly authority: Device
  readonly council: Device
  readonly seed: (whose: string) => string
  readonly box: string
  /** The cards of those whose keys are taken back. */
  readonly cards: readonly string[]
}

/** Two bodies take back the keys of devices that are said to be lost; one leader answers a new invitation elsewhere. */
export async function lostDevice(
  browser: Browser,
  address: string,
  { authority, council, seed, box, cards }: Lost,
): Promise<Device> {
  const old = await twoDevices(browser, address, { seed }, box)
  await morning(old)
  await sent(old.chief, 1)
  await takeBack(authority, council, cards, 'The telephones are lost.')
  const codes = await inviteAll(authority, [{ role: 'leader', card: `L-${box}`, box }])
  const chief = await device(browser, address, { path: `/join/${codes.get(`L-${box}`)}` })
  await answerHere(chief)
  await enrolAll(authority, 1)
  await old.chief.page.reload()
  await old.chief.page.locator('[data-trouble=key-revoked]').waitFor()
  await picture(old.chief, 'revoked')
  await old.chief.context.close()
  await chief.page.reload()
  await prepare(chief)
  await chief.go('/place')
  await chief.page.locator('[data-step=open][data-state=done]').waitFor()
  await evening({ chief, other: old.other }, figuresOf(60, 50, 40, 30))
  await sent(chief, 2)
  return chief
}
