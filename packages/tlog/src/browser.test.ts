import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../.ci/test/browser.ts'
import { buildLog } from './build.ts'
import { noble } from './ed25519/noble.ts'
import type * as Tlog from './index.ts'
import { formatVkey, noteKey, verifierKey } from './note/key.ts'
import { noteSigner } from './note/signature.ts'
import { utf8 } from './text.ts'

declare global {
  /** The package, in the page. */
  var tlog: typeof Tlog
}

const found = inject('chromium')
const vectors = inject('vectors')

const bundle = await bundled()
const key = await noble.signingKeyFromSeed(new Uint8Array(32).fill(9))
const vkey = formatVkey(verifierKey('log.example', noteKey, key.publicKey))
const entries = Array.from({ length: 600 }, (_, i) => utf8(`entry ${i}`))
const files = await buildLog(entries, noteSigner('log.example', key))

test('the browser’s bundle is one file, without anything of Node’s', () => {
  expect(bundle.imports).toEqual([])
  expect(bundle.dynamicImports).toEqual([])
  expect(bundle.moduleIds.filter(id => id.includes('/src/node/'))).toEqual([])
  expect(bundle.moduleIds.filter(id => id.endsWith('/src/sha256.ts'))).toHaveLength(1)
})

describe('in Chromium', () => {
  let server: Server
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (found.missing !== undefined) return
    server = createServer((request, response) => {
      const path = request.url!.slice(1)
      if (path === '')
        return response.setHeader('content-type', 'text/html').end('<!doctype html><title>log</title>')
      if (path === 'tlog.js') return response.setHeader('content-type', 'text/javascript').end(bundle.code)
      const file = files.get(path.replace(/^log\//, ''))
      response.writeHead(file ? 200 : 404).end(file)
    })
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    browser = await launchChromium(found.path)
    page = await browser.newPage()
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    await page.addScriptTag({ type: 'module', content: "globalThis.tlog = await import('/tlog.js')" })
    await page.waitForFunction(() => typeof tlog === 'object')
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test.for(['noble', 'webCrypto', 'ed25519'] as const)(
    '%s accepts the same 43 edge cases as Node',
    async (engine, { skip }) => {
      skip(found.missing !== undefined, found.missing)
      skip(vectors.missing !== undefined, vectors.missing)
      const cases: { number: number; key: string; sig: string; msg: string }[] = JSON.parse(
        readFileSync(join(vectors.path!, 'ed25519-edge-cases.json'), 'utf8'),
      )
      const accepted = await page.evaluate(
        async ([name, list]) => {
          const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, byte => Number.parseInt(byte, 16))
          const numbers: number[] = []
          for (const { number, key, msg, sig } of list)
            if (await tlog[name].verify(bytes(key), new TextEncoder().encode(msg), bytes(sig)))
              numbers.push(number)
          return numbers
        },
        [engine, cases] as const,
      )
      const here: number[] = []
      for (const { number, key, msg, sig } of cases)
        if (await noble.verify(bytes(key), utf8(msg), bytes(sig))) here.push(number)
      expect(accepted).toHaveLength(43)
      expect(accepted).toEqual(here)
    },
  )

  test('WebCrypto knows Ed25519, so it is what is available', async ({ skip }) => {
    skip(found.missing !== undefined, found.missing)
    const name = await page.evaluate(async () => {
      const seed = new Uint8Array(32).fill(9)
      const [chosen, own] = await Promise.all(
        [tlog.ed25519, tlog.webCrypto].map(e => e.signingKeyFromSeed(seed)),
      )
      const message = new Uint8Array(3)
      return [await chosen!.sign(message), await own!.sign(message)].map(String)
    })
    expect(name[0]).toBe(name[1])
    expect(name[0]).toBe(String(await key.sign(new Uint8Array(3))))
  })

  test('a log is read, verified and proved over HTTP, and a changed byte refused', async ({ skip }) => {
    skip(found.missing !== undefined, found.missing)
    const inPage = () =>
      page.evaluate(async trusted => {
        const source = tlog.fromHttp(`${location.origin}/log`)
        const verified = await tlog.verifyLog(source, { vkey: trusted })
        const reader = await tlog.readLog(source, { vkey: trusted })
        if (!reader.ok) return { verified: false, why: reader.refusal.message }
        const entry = await reader.value.entry(599)
        const file = await reader.value.proofFile(599)
        if (!entry.ok || !file.ok) return { verified: verified.ok, why: 'no proof' }
        const proved = await tlog.verifyProofFile(file.value, entry.value, { vkey: trusted })
        return {
          verified: verified.ok,
          why: verified.ok ? '' : verified.refusal.code,
          entry: new TextDecoder().decode(entry.value),
          proved: proved.ok && proved.value.index,
        }
      }, vkey)
    expect(await inPage()).toEqual({ verified: true, why: '', entry: 'entry 599', proved: 599 })

    const tile = files.get('tile/0/001')!
    tile[0]! ^= 1
    expect(await inPage()).toMatchObject({ verified: false, why: 'tile-differs' })
    tile[0]! ^= 1
  })
})

/** This package as a browser gets it: one file, bundled in memory. */
async function bundled(): Promise<Rollup.OutputChunk> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'index.ts'), formats: ['es'] },
    },
  })
  const [{ output: chunks }] = output as unknown as [Rollup.RollupOutput]
  expect(chunks).toHaveLength(1)
  return chunks[0] as Rollup.OutputChunk
}

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g)!, byte => Number.parseInt(byte, 16))
}
