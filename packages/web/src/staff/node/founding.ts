import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Device, device } from './device.ts'
import type { Running } from './running.ts'
import { candidateIds, candidatesTable, oneRound, otherBoxes, placesTable, theBox } from './trial.ts'

/** The devices of those who set an election up, and of its candidates. */
export interface Founders {
  readonly authority: Device
  readonly council: Device
  readonly candidates: ReadonlyMap<string, Device>
}

/** A data folder for a server, taken away when the process ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-day-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** From the code that the server printed to the list of candidates, each body and candidate on a device of their own. */
export async function foundElection(browser: Browser, server: Running): Promise<Founders> {
  const authority = await device(browser, server.address, { width: 1000, path: '/setup/first' })
  await authority.page.getByLabel(authority.say('setup.first.code')).fill(server.setupCode!)
  await authority.button('setup.first.begin').click()
  await authority.button('setup.template.iran').click()
  await authority.page.locator('[data-step=rules]').waitFor()
  const council = await device(browser, server.address, { language: 'fa', path: '/setup/key' })
  await council.button('setup.myKey.make').click()
  const key = await council.page.locator('[data-key]').textContent()
  await writeDocument(authority, key!)
  await authority.go('/setup/tables')
  await give(authority, 'places', placesTable([theBox, ...otherBoxes]))
  await give(authority, 'candidates', candidatesTable)
  await authority.page.getByText('40 boxes').waitFor()
  await authority.go('/setup')
  await authority.page.locator('[data-stops="0"]').waitFor()
  await signSteps(authority, ['definition', 'areas', 'boxes', 'seal'])
  const filing = candidateIds.map(async id => [id, await files(browser, server.address, id)] as const)
  const candidates = new Map(await Promise.all(filing))
  await council.go('/people/candidacies')
  for (const id of candidateIds) await council.page.locator(`[data-candidate=${id}] button.main`).click()
  for (const id of candidateIds)
    await council.page.locator(`[data-candidate=${id}][data-decided=approved]`).waitFor()
  await authority.go('/setup')
  await signSteps(authority, ['ballot'])
  return { authority, council, candidates }
}

/** The rules as the template has them; the name, the date and the council's key are this election's. */
async function writeDocument({ go, page, button }: Device, councilKey: string): Promise<void> {
  await go('/setup/document')
  const field = page.getByLabel('setup.json')
  const template = JSON.parse(await field.inputValue())
  const document = oneRound(template) as typeof template
  await field.fill(
    JSON.stringify({
      ...document,
      rounds: [{ ...document.rounds[0], date: '2031-06-06' }],
      bodies: document.bodies
        .filter(({ role }: { role: string }) => role !== 'higherAuthority')
        .map((body: { role: string }) =>
          body.role === 'supervisingBody' ? { ...body, keys: [{ card: '1', key: councilKey }] } : body,
        ),
    }),
  )
  await button('setup.document.take').click()
  await page.locator('[data-saving=saved]').waitFor()
}

async function signSteps({ page, say }: Device, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    await page.locator(`[data-step=sign-${step}-1] a`).click()
    await page.locator('main button.main').click()
    await page.getByText(/^On the record/).waitFor()
    await page.getByText(say('setup.back')).click()
    await page.locator(`[data-step=sign-${step}-1][data-state=done]`).waitFor()
  }
}

/** Chooses a table, as a file. */
export async function give({ page }: Device, table: string, csv: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.locator(`[data-table=${table}] button`).first().click()
  await (await choosing).setFiles({ name: `${table}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

async function files(browser: Browser, address: string, id: string): Promise<Device> {
  const candidate = await device(browser, address, { path: '/people/candidacy' })
  const { page, say, button } = candidate
  await page.getByLabel(say('side.candidacy.id')).fill(id)
  await page.getByLabel(say('side.candidacy.name.en')).fill(id)
  await page.getByLabel(say('side.card')).fill('1')
  await button('side.candidacy.file').click()
  await page.locator(`[data-filed=${id}]`).waitFor()
  return candidate
}
