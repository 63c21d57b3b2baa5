import { type Device, picture, readable } from './device.ts'

/** The authority adds up what the places have told, and signs it. */
export async function signTurnout(authority: Device): Promise<void> {
  await authority.go('/day')
  const row = authority.page.locator('tr[data-told="1"][data-check-ins="120"]').first()
  await row.waitFor()
  await authority.button('day.turnout.sign').click()
  await authority.page.getByText(authority.say('day.signed')).waitFor()
  await picture(authority, 'day')
  await readable(authority)
}

/** The authority makes votes public. */
export async function releaseVotes({ page, go, say, button }: Device): Promise<void> {
  await go('/day')
  await page.getByText(say('day.release.sure')).click()
  await button('day.release.sign').click()
  await page.locator('[data-released=true]').waitFor()
}
