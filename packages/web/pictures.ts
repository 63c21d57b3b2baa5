// Makes the pictures of the documents from a site that is being served:
//   npm start -- --made-up                                 (in another terminal)
//   node packages/web/pictures.ts http://localhost:8080/
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../.ci/test/browser.ts'
import { chromium } from '../../.ci/test/found.ts'

interface Picture {
  readonly name: string
  /** Below the site's root. */
  readonly page: string
  readonly width: number
  readonly height: number
  readonly dark?: boolean
  /** What a reader does before. */
  readonly after?: (page: Page) => Promise<void>
}

/** The upper part of an A4 sheet in CSS pixels: where a sheet ends, a screen does not know. */
const sheet = { width: 794, height: 885 }

const pictures: readonly Picture[] = [
  { name: 'iran-2024-en', page: 'iran-2024/en/', width: 1200, height: 820 },
  { name: 'iran-2024-fa', page: 'iran-2024/fa/', width: 390, height: 820 },
  { name: 'areas-en', page: 'iran-2009/en/areas/', width: 1200, height: 900 },
  { name: 'versions-fa', page: 'iran-2024/fa/versions/#round-1', width: 1200, height: 820, dark: true },
  { name: 'findings-en', page: 'iran-2009/en/findings/', width: 1200, height: 820 },
  { name: 'docket-en', page: 'made-up-night/en/docket/', width: 1200, height: 900 },
  {
    name: 'box-fa',
    page: 'made-up-night/fa/place/?box=b3',
    width: 390,
    height: 1000,
    after: page => page.locator('.proof[data-proof="ready"]').waitFor(),
  },
  { name: 'print-fa', page: 'iran-2024/fa/', ...sheet, after: printed },
  { name: 'record-en', page: 'iran-2009/en/record/', width: 1200, height: 900, after: verifyEverything },
]

const site = process.argv[2]
const found = chromium()
if (site === undefined || found.path === undefined) {
  process.stderr.write(
    `${found.missing ?? 'Name the address of a site: node packages/web/pictures.ts http://localhost:8080/'}\n`,
  )
  process.exit(2)
}
const browser = await launchChromium(found.path)
for (const { name, page: path, width, height, dark = false, after } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  await page.goto(new URL(path, site).href, { waitUntil: 'networkidle' })
  await after?.(page)
  const file = join(import.meta.dirname, '../../docs/pictures', `${name}.png`)
  await page.screenshot({ path: file })
  await page.close()
  process.stdout.write(`${file}\n`)
}
await browser.close()

/** As it comes out of a printer: the margins of a sheet are no part of what a screen shows. */
async function printed(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.addStyleTag({ content: 'body { padding: 16mm 15mm; height: 885px; overflow: hidden }' })
}

async function verifyEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verify everything' }).click()
  await page.getByText('The record is intact').waitFor({ timeout: 60_000 })
  await page.getByRole('heading', { name: 'Verify everything here' }).scrollIntoViewIfNeeded()
}
