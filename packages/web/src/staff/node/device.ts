import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { violationsOn } from '../../node/fixtures/browser.ts'

const root = resolve(import.meta.dirname, '../../../../..')
/** Where pictures for the documents go; none are taken unless it is set. */
const pictures = process.env.COUNTERSIGN_PICTURES

export type Language = 'en' | 'fa'

/** Somebody's device: a browser of its own, with what its storage holds. */
export interface Device {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** Goes to a page of the applications: `/place/count`. */
  readonly go: (path: string) => Promise<void>
  /** The text of a message on this device. */
  readonly say: (key: string) => string
  readonly button: (key: string) => Locator
  /** The texts of the codes that are shown, one a line. */
  readonly shown: (within?: Locator) => Promise<string>
  /** Takes in codes as text. */
  readonly take: (codes: string) => Promise<void>
  readonly fill: (fields: Readonly<Record<string, string | number>>) => Promise<void>
}

const messagesIn = (application: string, language: Language) =>
  JSON.parse(readFileSync(join(root, `packages/web/messages/${application}/${language}.json`), 'utf8'))
const allMessages = (language: Language): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...['staff', 'setup', 'day', 'acts', 'centre', 'desk', 'compare', 'papers'].map(of =>
      messagesIn(of, language),
    ),
  )
const messages = { en: allMessages('en'), fa: allMessages('fa') }

/** A new device that opens the applications. */
export async function device(
  browser: Browser,
  address: string,
  {
    language = 'en',
    width = 390,
    path = '/',
    before,
  }: {
    readonly language?: Language
    readonly width?: number
    readonly path?: string
    /** Runs in the page before anything else does. */
    readonly before?: (() => void) | undefined
  } = {},
): Promise<Device> {
  // Codes that take turns on twenty screens at once would be all that the machine does.
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: language,
    reducedMotion: 'reduce',
  })
  if (before) await context.addInitScript(before)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const faults: string[] = []
  page.on('pageerror', fault => faults.push(String(fault)))
  await page.goto(`${address}/staff/#${path}`)
  await page.locator('main').waitFor()
  const say = (key: string) => messages[language][key]!
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  return {
    page,
    context,
    language,
    say,
    button,
    async go(to) {
      if (faults.length > 0) throw new Error(faults.join('\n'))
      await page.evaluate(hash => {
        location.hash = hash
      }, to)
      await page.locator('h1').waitFor()
    },
    async shown(within = page.locator('main')) {
      const codes = within.locator('.codes').first()
      await codes.waitFor()
      return codes.locator('textarea').inputValue()
    },
    async take(codes) {
      const field = page.locator('.scan textarea')
      if (!(await field.isVisible())) await page.locator('.scan summary').click()
      await field.fill(codes)
      await button('codes.take').click()
    },
    async fill(fields) {
      for (const [field, value] of Object.entries(fields))
        await page.locator(`[data-field="${field}"]`).fill(String(value))
    },
  }
}

/** Waits until all that the pages need is on the device. */
export async function installed({ page }: Device): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

/** Takes the key of a printed seed onto a device. */
export async function takeSeed({ go, page, button }: Device, seed: string): Promise<void> {
  await go('/device')
  await page.locator('input[type=password]').fill(seed)
  await button('device.seed.use').click()
  await page.locator('.who').waitFor()
}

/** Answers the invitation that the page shows. */
export async function answerHere({ page, button }: Device): Promise<void> {
  await button('join.make').click()
  await page.locator('main [role=status]').waitFor()
}

/** On a signer's device: takes the question in, compares, signs. Gives the answer’s codes. */
export async function signOn(signer: Device, question: string): Promise<string> {
  const { page, button } = signer
  await signer.go('/sign')
  if (await button('sign.another').isVisible()) await button('sign.another').click()
  await signer.take(question)
  await page.locator('.react-aria-Checkbox').click()
  await button('sign.sign').click()
  await page.locator('main .codes').waitFor()
  return signer.shown()
}

/** Readable by everyone: nothing wider than the screen, nothing that the accessibility checker finds. */
export async function readable({ page }: Device): Promise<void> {
  expect(await violationsOn(page)).toEqual([])
  const { width } = page.viewportSize()!
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

/**
 * A picture for the documents, in both languages; only where they are asked for.
 * @param at what is to be seen in its middle; else the top of the page
 */
export async function picture({ page, language }: Device, name: string, at?: string): Promise<void> {
  if (pictures === undefined) return
  const folder = resolve(root, pictures)
  mkdirSync(folder, { recursive: true })
  const other = language === 'en' ? 'fa' : 'en'
  for (const now of [language, other] as const) {
    await page.evaluate(selector => {
      if (selector === undefined) window.scrollTo(0, 0)
      else document.querySelector(selector)?.scrollIntoView({ block: 'center' })
    }, at)
    await page.screenshot({ path: join(folder, `staff-${name}-${now}.png`) })
    await page.evaluate(() => document.querySelector<HTMLElement>('header .plain')?.click())
    await page.locator(`html[lang=${now === 'en' ? 'fa' : 'en'}]`).waitFor()
  }
}

/** Makes a browser one of those that have no Ed25519 of their own: it refuses as they do. */
export function withoutEd25519(): void {
  const { subtle } = crypto
  const refusing =
    (ask: (...given: never[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      if (given.some(one => one === 'Ed25519' || (one as { name?: string } | null)?.name === 'Ed25519'))
        throw new DOMException('Algorithm: Unrecognized name', 'NotSupportedError')
      return ask(...(given as never[]))
    }
  for (const name of ['generateKey', 'importKey', 'sign', 'verify'] as const)
    Object.defineProperty(subtle, name, { value: refusing(subtle[name].bind(subtle)) })
}
