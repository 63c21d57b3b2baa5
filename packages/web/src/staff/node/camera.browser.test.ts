import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toHex } from '@countersign/election'
import { codesOf, sign } from '@countersign/record'
import { noble, sha256 } from '@countersign/tlog'
import { chromium as browsers } from 'playwright-core'
import qrcode from 'qrcode-generator'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../../.ci/test/browser.ts'
import { type Served, serveSite } from '../../node/fixtures/server.ts'
import { builtStaff } from './running.ts'

const chromium = inject('chromium')
const folder = mkdtempSync(join(tmpdir(), 'countersign-camera-'))
let served: Served<{ get: (path: string) => Uint8Array | undefined }>

beforeAll(async () => {
  if (chromium.path === undefined) return
  const staff = await builtStaff()
  const read = (path: string) => {
    try {
      return readFileSync(join(staff, path.replace(/^staff\//, '')))
    } catch {
      return undefined
    }
  }
  served = await serveSite({ get: read })
})
afterAll(() => {
  served?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a phone’s camera reads a statement off another screen, and keeps it', async ({ skip }) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const video = join(folder, 'camera.mjpeg')
  writeFileSync(video, await filmOf(await anEntry()))
  const browser = await browsers.launch({
    executablePath: chromium.path!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ],
  })
  const page = await browser.newPage({ locale: 'en' })
  page.setDefaultTimeout(60_000)
  await page.goto(`${served.address}staff/#/relay`)
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await page.getByText('Opening · b1').waitFor()
  expect(await page.locator('main li').textContent()).toContain('1 signature')
  await page.getByRole('button', { name: 'Stop the camera' }).click()
  await browser.close()
})

// threat: crash
test('a photograph is read to its end, whether the page is left or the browser closed before', async ({
  skip,
}) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const browser = await launchChromium(chromium.path!)
  const context = await browser.newContext({ locale: 'en' })
  const page = await context.newPage()
  const photograph = async (box: string) => ({
    name: `${box}.jpeg`,
    mimeType: 'image/jpeg',
    buffer: await pictureOf(await anEntry(box)),
  })
  await page.goto(`${served.address}staff/#/relay`)
  await page.locator('input[type=file]').setInputFiles(await photograph('b1'))
  await page.getByRole('link', { name: /^Outbox/ }).click()
  await page.getByText('Opening · box b1').waitFor({ timeout: 60_000 })

  // The reader of codes is held back, so that the browser is closed while a photograph is still unread.
  const held = await context.newPage()
  await held.goto(`${served.address}staff/#/relay`)
  await held.evaluate(() => {
    const never = () => new Promise<never>(() => undefined)
    Object.assign(WebAssembly, { instantiate: never, instantiateStreaming: never })
  })
  await held.locator('input[type=file]').setInputFiles(await photograph('b2'))
  await held.getByText('Looking for codes').waitFor()
  await held.waitForFunction(
    () =>
      new Promise<boolean>(done => {
        const opened = indexedDB.open('countersign')
        opened.onsuccess = () => {
          const count = opened.result.transaction('photographs').objectStore('photographs').count()
          count.onsuccess = () => {
            opened.result.close()
            done(count.result === 1)
          }
        }
      }),
  )
  for (const open of context.pages()) await open.close()
  const again = await context.newPage()
  await again.goto(`${served.address}staff/#/outbox`)
  await again.getByText('Opening · box b2').waitFor({ timeout: 60_000 })
  await browser.close()
})

/** The opening of a box, signed by a key that is made here. */
async function anEntry(box = 'b1'): Promise<Uint8Array> {
  const key = await noble.signingKeyFromSeed(new Uint8Array(32).fill(3))
  const definition = toHex(sha256(new Uint8Array()))
  const entry = await sign({ kind: 'open', definition, round: 1, box, inBox: 0 }, [key])
  if (!entry.ok) throw new Error(entry.refusal.message)
  return entry.value
}

/** What a camera sees that is held above the code: pictures in JPEG, one after the other. */
async function filmOf(entry: Uint8Array): Promise<Uint8Array> {
  const picture = await pictureOf(entry)
  return Buffer.concat(Array.from({ length: 10 }, () => picture))
}

async function pictureOf(entry: Uint8Array): Promise<Buffer> {
  const codes = codesOf(entry)
  if (!codes.ok) throw new Error(codes.refusal.message)
  expect(codes.value).toHaveLength(1)
  const code = qrcode(0, 'M')
  code.addData(codes.value[0]!, 'Alphanumeric')
  code.make()
  const browser = await launchChromium(chromium.path!)
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } })
  await page.setContent(
    `<body style="margin:0;background:#777;display:grid;place-items:center;height:100vh">
     <div style="width:380px;background:#fff;padding:16px;transform:rotate(4deg)">${code.createSvgTag({ scalable: true, margin: 0 })}</div>`,
  )
  const picture = await page.screenshot({ type: 'jpeg', quality: 60 })
  await browser.close()
  return picture
}
