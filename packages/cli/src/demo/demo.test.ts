import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import type { Shown } from './summary.ts'

/** One election of the answer’s JSON. */
type One = Pick<Shown, 'folder' | 'made' | 'tally' | 'changed'> & { readonly verify: Shown['report'] }

const bin = resolve(import.meta.dirname, '../../bin/countersign.mjs')
const out = mkdtempSync(join(tmpdir(), 'countersign-demo-'))
afterAll(() => rmSync(out, { recursive: true }))

const demo = (...args: string[]) =>
  spawnSync(process.execPath, [bin, 'demo', '--out', out, ...args], { encoding: 'utf8', maxBuffer: 1e8 })

describe('the main job', () => {
  const first = demo('--no-serve', '--json')
  const shown: One[] = first.status === 0 ? JSON.parse(first.stdout).elections : []
  const [iran2024, iran2009] = shown

  test('runs to its end and finds every record intact', () => {
    expect([first.status, first.stderr]).toEqual([0, ''])
    expect(shown.map(one => [one.folder, one.verify.intact, one.verify.follows])).toEqual([
      ['iran-2024', true, true],
      ['iran-2009', true, true],
    ])
  })

  test('2024, round 1: nobody over half, a run-off between the first two', () => {
    expect(iran2024?.tally.rounds[0]).toMatchObject({
      eligible: 61_452_321,
      issued: null,
      taken: 24_535_185,
      invalid: 1_056_159,
      candidates: { pezeshkian: 10_415_991, jalili: 9_473_298, ghalibaf: 3_383_340, pourmohammadi: 206_397 },
      outcome: { state: 'runOff', between: ['pezeshkian', 'jalili'] },
    })
  })

  test('2024, round 2: elected, and 43,774 ballots between issued and taken', () => {
    expect(iran2024?.tally.rounds[1]).toMatchObject({
      eligible: 61_452_321,
      issued: 30_573_931,
      taken: 30_530_157,
      invalid: 607_575,
      candidates: { pezeshkian: 16_384_403, jalili: 13_538_179 },
      outcome: { state: 'elected', candidate: 'pezeshkian' },
      issuedLessTaken: 43_774,
      turnout: { issued: { percent: '49.752' }, taken: { percent: '49.681' } },
    })
  })

  test('2009, by province', () => {
    expect(iran2009?.tally.rounds[0]).toMatchObject({
      taken: 39_145_990,
      invalid: 417_191,
      candidates: { ahmadinejad: 24_515_209, mousavi: 13_225_330, rezaee: 659_281, karroubi: 328_979 },
      outcome: { state: 'elected', candidate: 'ahmadinejad' },
    })
  })

  test('one changed byte is refused, and its place is named', () => {
    for (const { changed } of shown) {
      expect(changed.report.intact).toBe(false)
      expect(changed.report.failures[0]?.message).toContain(changed.at.path)
    }
  })

  test('what is there is used again, and the same is found', () => {
    const again = demo('--no-serve', '--json')
    const found: One[] = JSON.parse(again.stdout).elections
    expect(found.map(({ made }) => made)).toEqual([false, false])
    expect(found.map(({ tally }) => tally)).toEqual(shown.map(({ tally }) => tally))
  })

  test('no page says that a result is verified; the summary says on what evidence it stands', () => {
    const { stdout } = demo('--no-serve')
    expect(stdout).toContain('figures as published by Ministry of Interior of Iran; signed forms 0 of')
    expect(stdout).not.toMatch(/result (is )?verified/i)
  })

  test('keys are made for each record and stay out of the site', () => {
    expect(existsSync(join(out, 'iran-2024', 'keys'))).toBe(true)
    expect(existsSync(join(out, 'site', 'iran-2024', 'checkpoint'))).toBe(true)
    expect(existsSync(join(out, 'site', 'iran-2024', 'keys'))).toBe(false)
  })
})

describe('the site', () => {
  const chromium = inject('chromium')
  let server: { address: string; elections: readonly One[]; end: () => void }
  let browser: Browser

  beforeAll(async () => {
    server = await serve()
    if (chromium.path) browser = await launchChromium(chromium.path)
  })
  afterAll(async () => {
    await browser?.close()
    server.end()
  })

  const digits = (text: string) =>
    text.replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0)).replace(/[^0-9]/g, '')

  test.for(['en', 'fa'])('shows the tallied figures (%s)', async (language, { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    for (const { folder, tally } of server.elections) {
      const page = await browser.newPage()
      await page.goto(`${server.address}${folder}/${language}/`)
      for (const round of tally.rounds) {
        const cells = await page
          .locator(`section[aria-labelledby="round-${round.round}"] table >> nth=0`)
          .locator('tbody td')
          .allTextContents()
        const votes = cells.filter((_, i) => i % 3 === 0).map(digits)
        const tallied = Object.values<number>(round.candidates).sort((a, b) => b - a)
        expect(votes).toEqual(tallied.map(String))
      }
      await page.close()
    }
  })

  test('is reached and read without a script', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(server.address)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the result')
    await page.getByRole('link', { name: /Result and evidence: .*2024/ }).click()
    expect(await page.locator('h1').textContent()).toContain('2024')
    await page.getByRole('link', { name: 'فارسی' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('fa')
  })

  test('a port in use is told, with what to do', () => {
    const { port } = new URL(server.address)
    const second = demo('--port', port)
    expect(second.status).toBe(2)
    expect(second.stderr).toContain(`port ${port} cannot be used`)
  })
})

/** The demo on any free port; its address from what it prints. */
async function serve() {
  const child = spawn(process.execPath, [bin, 'demo', '--out', out, '--json'], {
    env: { ...process.env, PORT: '0' },
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const { address, elections } = JSON.parse(line)
    return { address: `${address}/`, elections, end: () => child.kill('SIGTERM') }
  }
  throw new Error('the demo printed no address')
}
