import type { Figures } from '@countersign/election'
import { codesOf } from '@countersign/record'
import type { Page } from 'playwright-core'
import type { Device } from './device.ts'

/** Goes on with the Tab key until what is looked for has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`nothing that Tab reaches is ${selector}`)
}

/** Takes a copy up: by coming to the page, or by a press where one waits. */
export async function begin({ page, go, say }: Device): Promise<void> {
  await go('/centre/key')
  const field = page.locator('form [data-figure]').first()
  const take = page.getByRole('button', { name: say('keying.take') })
  await field.or(take).first().waitFor()
  if (await take.isVisible()) await take.press('Enter')
  await field.waitFor()
}

/** Keys the copy before a clerk in, with the keyboard alone. */
export async function keyIn(
  clerk: Device,
  figures: Figures,
  slips: Readonly<Record<string, number>>,
): Promise<void> {
  const { page } = clerk
  await begin(clerk)
  const { votes = {}, ...single } = figures
  const paths = await page
    .locator('form [data-figure]')
    .evaluateAll(fields => fields.map(field => field.getAttribute('data-figure')!))
  await page.locator('form [data-figure]').first().focus()
  for (const path of paths) {
    const [, name, number] = path.split('.') as [string, keyof typeof single, string | undefined]
    const read =
      number === undefined ? single[name] : name === ('votes' as never) ? votes[Number(number)] : undefined
    await page.keyboard.type(String(slips[path] ?? read ?? '-'))
    await page.keyboard.press('Enter')
  }
}

/** The photograph that the page shows last, by its digest. */
export async function shownIn({ page }: Device): Promise<{ readonly masked: string }> {
  await page.locator('.photographs summary').first().click()
  const shown = page.locator('[data-photograph] img').first()
  await shown.waitFor()
  const masked = await page.locator('[data-photograph]').first().getAttribute('data-photograph')
  return { masked: masked! }
}

/** How bright a picture is at a point, of 255; x and y in parts of it. */
export function greyAt({ page }: Device, bytes: Buffer, x: number, y: number): Promise<number> {
  return page.evaluate(
    async ([base64, x, y]) => {
      const file = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob()
      const bitmap = await createImageBitmap(file)
      const drawing = new OffscreenCanvas(1, 1).getContext('2d')!
      drawing.drawImage(bitmap, -Math.round(bitmap.width * x), -Math.round(bitmap.height * y))
      return drawing.getImageData(0, 0, 1, 1).data[0]!
    },
    [bytes.toString('base64'), x, y] as const,
  )
}

export async function compare(agent: Device, entry: Uint8Array): Promise<void> {
  await agent.go('/compare')
  // The page before stays until this one has come.
  await agent.page.getByRole('heading', { name: agent.say('compare.title'), level: 1 }).waitFor()
  await agent.take(textsOf(entry).join('\n'))
}

/** The texts of the codes that carry an entry. */
export function textsOf(entry: Uint8Array): readonly string[] {
  const codes = codesOf(entry)
  if (!codes.ok) throw new Error(codes.refusal.message)
  return codes.value
}

export async function complain(agent: Device, ground: string): Promise<void> {
  await agent.button('complain.begin').click()
  await agent.page.locator('section textarea').fill(ground)
  await agent.button('complain.sign').click()
  await agent.page.getByText(agent.say('complain.filed')).waitFor()
}
