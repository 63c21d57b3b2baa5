import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { codePicture } from '@countersign/paper'
import {
  codesOf,
  decodeEnvelope,
  encodeEnvelope,
  merge,
  readEntry,
  signatureCode,
  signPayload,
  statementId,
} from '@countersign/record'
import { type RunningServer, startServer } from '@countersign/server'
import { sodiumNative } from '@countersign/tlog/node'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { aTrial, type Trial, unwrap } from '../made-up/trial.ts'

inOwnFolder()
const found = inject('chromium')

let trial: Trial
beforeAll(async () => {
  trial = await aTrial()
})

/** A box's form signed by all of its eighteen people, as bytes. */
const signedForm = (box: string) => trial.form(box, [117, 83])

/** A form's PDF has no picture of itself; a browser prints the same codes, and a phone sees them askew. */
async function photographed(browser: Browser, file: string, entry: Uint8Array): Promise<void> {
  const codes = unwrap(codesOf(entry)).map(text => `<div>${codePicture(text)}</div>`)
  const page = await browser.newPage({ viewport: { width: 2000, height: 1100 } })
  await page.setContent(`<style>
    body { margin: 0; background: linear-gradient(115deg, #f4f1e8, #8f8b82); perspective: 2400px }
    main { display: flex; gap: 40px; padding: 60px; background: #fffd; width: 1800px; margin: 120px auto;
      transform: rotateX(14deg) rotateY(9deg) rotateZ(-4deg); filter: blur(0.6px) contrast(0.8) }
    div { width: 570px; padding: 24px; background: #fff }
    svg { display: block }
  </style><main>${codes.join('')}</main>`)
  writeFileSync(file, await page.screenshot({ type: 'jpeg', quality: 60 }))
  await page.close()
}

test('blank forms, count sheets and posters of every box, in both languages', async () => {
  const pages = { blank: 4, 'count-sheet': 4, poster: 4 } as const
  for (const kind of ['blank', 'count-sheet', 'poster'] as const) {
    const { exit, answer } = await json('print', 'trial', '--kind', kind, '--out', `${kind}.pdf`)
    expect([exit, answer.files.length], kind).toEqual([0, 1])
    expect(answer.pages % pages[kind]).toBe(0)
    expect(readFileSync(`${kind}.pdf`).subarray(0, 5).toString()).toBe('%PDF-')
  }
  const one = await json(
    'print',
    'trial',
    '--kind',
    'count-sheet',
    '--box',
    'N-2',
    '--language',
    'fa',
    '--out',
    'one.pdf',
  )
  expect(one.answer.pages).toBe(1)
})

test('the same record gives the same bytes', async () => {
  await ran('print', 'trial', '--kind', 'blank', '--box', 'N-1', '--out', 'again.pdf')
  const first = readFileSync('again.pdf')
  await ran('print', 'trial', '--kind', 'blank', '--box', 'N-1', '--out', 'again.pdf')
  expect(readFileSync('again.pdf').equals(first)).toBe(true)
})

test('what cannot be printed is said', async () => {
  const said = async (...args: string[]) => {
    const { exit, answer } = await json('print', 'trial', '--out', 'x.pdf', ...args)
    return [exit, answer.error.code]
  }
  expect(await said('--kind', 'flag')).toEqual([2, 'no-such-kind'])
  expect(await said('--kind', 'blank', '--box', 'N-9')).toEqual([2, 'no-such-box'])
  expect(await said('--kind', 'blank', '--round', '7')).toEqual([2, 'no-such-round'])
  expect(await said('--kind', 'blank', '--time-zone', 'Mars')).toEqual([2, 'no-such-zone'])
  expect(await said('--kind', 'form')).toEqual([2, 'no-form'])
  expect(await said('--kind', 'cards')).toEqual([2, 'no-invitations'])
  expect(await said('--kind', 'seeds')).toEqual([2, 'no-seeds'])
})

test('cards from what the server answered when invitations were made, and sealed seeds', async () => {
  const made = trial.seeds
    .filter(({ box }) => box === 'N-1')
    .map(({ role, box }, i) => ({
      id: String(i),
      code: '7H2KQ9XW3MPT4VBN8RDC01FGJ2AB',
      url: 'https://e.example/staff/#/join/7H2KQ9XW3MPT4VBN8RDC01FGJ2AB',
      role,
      card: `C-${i}`,
      box,
    }))
  writeFileSync('made.json', JSON.stringify(made))
  const cards = ['--kind', 'cards', '--invitations', 'made.json', '--side', 'committee', '--out', 'cards.pdf']
  expect((await json('print', 'trial', ...cards)).answer.pages).toBe(4)
  expect((await json('print', 'trial', ...cards, '--side', 'nobody')).answer.error.code).toBe('no-such-side')
  const sealed = [
    '--kind',
    'seeds',
    '--seeds',
    'trial/keys/seeds.csv',
    '--language',
    'en',
    '--out',
    'seeds.pdf',
  ]
  // 28 of the committee's people, ten to a page.
  expect((await json('print', 'trial', ...sealed, '--side', 'committee')).answer.pages).toBe(3)
  expect((await json('print', 'trial', ...sealed, '--side', 'operator')).answer.error.code).toBe('not-seeds')
  writeFileSync('made.json', '{}')
  expect((await json('print', 'trial', ...cards)).answer.error.code).toBe('not-invitations')
})

describe('threat: nobody publishes the boxes’ results; they are rebuilt from photographs alone', () => {
  let browser: Browser
  let server: RunningServer
  beforeAll(async () => {
    if (found.path === undefined) return
    browser = await launchChromium(found.path)
    server = unwrap(
      await startServer({ data: resolve('trial'), port: 0, publishEvery: 60_000, write: () => {} }),
    )
    for (const box of ['N-1', 'N-2']) await photographed(browser, `${box}.jpg`, await signedForm(box))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  // threat: nothing-published
  test('statements come back byte for byte, every signature verified', async ({ skip }) => {
    skip(found.missing !== undefined, found.missing)
    const { exit, answer } = await json(
      'read',
      'N-1.jpg',
      'N-2.jpg',
      '--record',
      'trial/record',
      '--out',
      'forms',
    )
    expect(exit).toBe(0)
    expect(answer.statements).toMatchObject([
      { kind: 'form', box: 'N-1', missing: [], signatures: 18, verified: 18, rejected: [] },
      { kind: 'form', box: 'N-2', missing: [], signatures: 18, verified: 18, rejected: [] },
    ])
    const bundle = readFileSync('forms')
    for (let at = 0, box = 1; at < bundle.length; box++) {
      const length = bundle.readUInt16BE(at)
      expect(bundle.subarray(at + 2, at + 2 + length).equals(await signedForm(`N-${box}`))).toBe(true)
      at += 2 + length
    }
  })

  test('the server takes them from anyone, after the release', async ({ skip }) => {
    skip(found.missing !== undefined, found.missing)
    const to = ['--record', 'trial/record', '--to', server.address]
    const before = await json('read', 'N-1.jpg', ...to)
    expect(before).toMatchObject({
      exit: 1,
      answer: { statements: [{ sent: { refusal: { code: 'not-before-release' } } }] },
    })
    const release = await trial.release()
    expect(
      (
        await fetch(`${server.address}/statements`, {
          method: 'POST',
          headers: { 'content-type': 'application/cose' },
          body: new Uint8Array(release),
        })
      ).status,
    ).toBe(200)
    const sent = await json('read', 'N-1.jpg', 'N-2.jpg', ...to)
    expect(sent.exit).toBe(0)
    expect(sent.answer.statements.map((one: { sent: { again: boolean } }) => one.sent.again)).toEqual([
      false,
      false,
    ])
    const again = await json('read', 'N-2.jpg', ...to)
    expect(again.answer.statements[0].sent.again).toBe(true)
  })

  test('and from then on the record prints the form, as everyone signed it', async ({ skip }) => {
    skip(found.missing !== undefined, found.missing)
    await server.close()
    const { exit, answer } = await json(
      'print',
      'trial',
      '--kind',
      'form',
      '--box',
      'N-1',
      '--out',
      'form.pdf',
    )
    expect([exit, answer.pages % 2]).toEqual([0, 0])
  })

  test('half a form says what is missing, somebody else’s signature is named, other pictures are no forms', async ({
    skip,
  }) => {
    skip(found.missing !== undefined, found.missing)
    const entry = await signedForm('N-1')
    const payload = unwrap(readEntry(entry)).payload
    const stranger = await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(7))
    const strange = unwrap(
      merge([entry, unwrap(encodeEnvelope({ payload, signatures: await signPayload(payload, [stranger]) }))]),
    )
    await photographed(browser, 'strange.jpg', strange)
    const { exit, answer } = await json('read', 'strange.jpg', '--record', 'trial/record')
    expect(exit).toBe(1)
    expect(answer.statements[0]).toMatchObject({
      signatures: 19,
      verified: 18,
      rejected: [{ code: 'unknown-key' }],
    })

    const page = await browser.newPage()
    await page.setContent(
      `<div style="width:600px;padding:30px">${codePicture(unwrap(codesOf(entry))[0]!)}</div>`,
    )
    writeFileSync('half.png', await page.screenshot({ type: 'png' }))
    const [first] = unwrap(decodeEnvelope(entry)).signatures
    const alone = signatureCode({ id: statementId(payload), ...first! })
    await page.setContent(`<div style="width:300px;padding:30px">${codePicture(alone)}</div>`)
    writeFileSync('alone.png', await page.screenshot({ type: 'png' }))
    await page.setContent('a wall')
    writeFileSync('wall.png', await page.screenshot({ type: 'png' }))
    await page.close()
    const half = await json('read', 'half.png')
    expect([half.exit, half.answer.statements[0]]).toMatchObject([
      1,
      { box: 'N-1', missing: [2, 3], verified: null },
    ])
    const signature = await ran('read', 'alone.png')
    expect([signature.exit, signature.out]).toEqual([1, expect.stringContaining('signatures alone')])
    expect(await json('read', 'wall.png')).toMatchObject({ exit: 1, answer: { statements: [] } })
    expect((await json('read', 'places.csv')).answer.error.code).toBe('no-picture')
    expect((await json('read', 'nothing.jpg')).answer.error.code).toBe('unreadable')
  })
})
