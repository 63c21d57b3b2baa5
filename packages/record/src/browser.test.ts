import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sodiumNative } from '@countersign/tlog/node'
import type { Browser, Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from '../../../.ci/test/browser.ts'
import { unwrap } from './fixtures/archive.ts'
import type * as InABrowser from './fixtures/in-a-browser.ts'
import { anEvening, figuresOf, formOf, staffOf } from './fixtures/live.ts'
import { type Published, publish, sourceOf, withByteChanged } from './fixtures/publish.ts'
import { inThisThread } from './signatures.ts'
import { verify } from './verify/verify.ts'

declare global {
  /** The package, in the page. */
  var record: typeof InABrowser
}

const found = inject('chromium')
const chunks = await bundled()

it('what a browser gets has nothing of Node’s', () => {
  const names = chunks.map(({ fileName }) => fileName)
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  expect(modules.some(id => id.endsWith('/verify/verify.ts'))).toBe(true)
  expect(modules.filter(id => id.includes('/src/node/'))).toEqual([])
  expect(chunks.flatMap(({ imports }) => imports).filter(name => !names.includes(name))).toEqual([])
})

describe('in Chromium', () => {
  let server: Server
  let browser: Browser
  let page: Page
  let served: Published = new Map()

  beforeAll(async () => {
    if (found.missing !== undefined) return
    server = createServer((request, response) => {
      const path = request.url!.slice(1)
      if (path === '')
        return response.setHeader('content-type', 'text/html').end('<!doctype html><title>record</title>')
      const chunk = chunks.find(({ fileName }) => fileName === path)
      if (chunk) return response.setHeader('content-type', 'text/javascript').end(chunk.code)
      const file = served.get(path.replace(/^record\//, ''))
      response.writeHead(file ? 200 : 404).end(file)
    })
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    browser = await launchChromium(found.path)
    page = await browser.newPage()
    const entry = chunks.find(({ isEntry }) => isEntry)!.fileName
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    await page.addScriptTag({ type: 'module', content: `globalThis.record = await import('/${entry}')` })
    await page.waitForFunction(() => typeof record === 'object')
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  it('a live record gives the same report as under Node, whole or with a byte changed', async ({ skip }) => {
    skip(found.missing !== undefined, found.missing)
    const live = await anEvening()
    for (const box of ['b1', 'b2']) await live.say(formOf(box, figuresOf(100, 80)), ...staffOf(box))
    const whole = await publish(live.entries)
    const [bundlePath] = [...whole.keys()].filter(path => path.startsWith('tile/entries/'))
    const engines = { engine: sodiumNative, checker: inThisThread(sodiumNative) }
    for (const record of [whole, withByteChanged(whole, bundlePath!, whole.get(bundlePath!)!.length - 1)]) {
      served = record
      const here = unwrap(await verify(sourceOf(record), engines)).report
      expect(here.intact).toBe(record === whole)
      // A web server cannot list what it has, so no old partial tiles are looked for; there are none.
      expect(await page.evaluate(() => globalThis.record.verifyAt(`${location.origin}/record`))).toEqual(here)
    }
  })
})

/** The package as a browser gets it, bundled in memory. */
async function bundled(): Promise<Rollup.OutputChunk[]> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'fixtures/in-a-browser.ts'), formats: ['es'] },
    },
  })
  const [{ output: chunks }] = output as unknown as [Rollup.RollupOutput]
  return chunks.filter(chunk => chunk.type === 'chunk')
}
