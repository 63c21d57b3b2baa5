import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, inject, test } from 'vitest'

const bin = resolve(import.meta.dirname, '../../bin/countersign.mjs')
const folder = mkdtempSync(join(tmpdir(), 'countersign-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

function log(words: string, input = '') {
  const args = words.split(' ').map(word => word.replace(/^@/, `${folder}/`))
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'log', ...args], {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, json: words.includes('--json') ? JSON.parse(stdout) : undefined }
}

const made = log('init @minutes --origin example.org/minutes --json')
const vkey: string = made.json.vkey
writeFileSync(join(folder, 'hello.txt'), 'hello\n')
writeFileSync(join(folder, 'other.txt'), 'other\n')

describe('a log of minutes', () => {
  test('is made with a key that only its owner can read, and not made twice', () => {
    expect([made.status, vkey.startsWith('example.org/minutes+')]).toEqual([0, true])
    expect(statSync(join(folder, 'minutes/keys')).mode & 0o777).toBe(0o700)
    expect(log('init @minutes --origin example.org/minutes --json').json.error.code).toBe('exists')
  })

  test('takes files and lines; the same again gets its first index back', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `line ${i}`).join('\n')
    expect(log('add @minutes - --lines --json', lines).json).toMatchObject({
      added: 1000,
      known: 0,
      size: 1000,
    })
    expect(log('add @minutes @hello.txt @hello.txt --json').json).toEqual({
      indexes: [1000, 1000],
      added: 1,
      known: 1,
      size: 1001,
    })
  })

  test('prints its checkpoint as it lies there', () => {
    const { stdout } = log('checkpoint @minutes')
    expect(stdout).toBe(readFileSync(join(folder, 'minutes/checkpoint'), 'utf8'))
    expect(stdout).toContain('\n1001\n')
  })

  test('proves an entry offline, and no other', () => {
    expect(log('prove @minutes 1000 --out @hello.tlog-proof').status).toBe(0)
    expect(log(`check @hello.tlog-proof @hello.txt --vkey ${vkey} --json`).json).toMatchObject({
      proven: true,
      index: 1000,
    })
    expect(log(`check @hello.tlog-proof @hello.txt --policy @minutes/policy.txt`).status).toBe(0)
    const other = log(`check @hello.tlog-proof @other.txt --vkey ${vkey} --json`)
    expect([other.status, other.json.failure.code]).toEqual([1, 'bad-proof'])
    expect(log('prove @minutes 1001 --json').json.error.code).toBe('beyond-checkpoint')
  })

  test('verifies, by the key that is given or by its own policy, which is said', () => {
    expect(log(`verify @minutes --vkey ${vkey} --json`).json).toMatchObject({
      intact: true,
      entries: 1001,
      selfDeclared: false,
    })
    expect(log('verify @minutes').stdout).toContain('self-declared')
  })

  test('a changed byte is a finding that names the file and the entry', () => {
    cpSync(join(folder, 'minutes'), join(folder, 'changed'), { recursive: true })
    const path = join(folder, 'changed/tile/entries/001')
    const bytes = readFileSync(path)
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(path, bytes)
    const verified = log(`verify @changed --vkey ${vkey} --json`)
    expect([verified.status, verified.json.failure.code]).toEqual([1, 'entry-differs'])
    expect(verified.json.failure.where).toEqual({ index: 511, path: 'tile/entries/001' })
  })

  test('an older copy is not gone on from before it is restored from what is published', () => {
    cpSync(join(folder, 'minutes'), join(folder, 'older'), { recursive: true })
    log('add @minutes @other.txt')
    cpSync(join(folder, 'minutes'), join(folder, 'published'), { recursive: true })
    writeFileSync(join(folder, 'older/policy.txt'), `log ${vkey} file://${folder}/published\nquorum none\n`)
    const refused = log('add @older @other.txt')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('countersign log restore')
    expect(log('restore @older --from @published --json').json).toMatchObject({ size: 1002, copied: 1 })
    expect(log('add @older @other.txt --json').json).toMatchObject({ indexes: [1001], known: 1 })
    expect(readFileSync(join(folder, 'older/checkpoint'))).toEqual(
      readFileSync(join(folder, 'minutes/checkpoint')),
    )
  })

  test('is served to readers, who verify it; its keys are not', async () => {
    const server = spawn(process.execPath, [
      bin,
      'log',
      'serve',
      join(folder, 'minutes'),
      '--port',
      '0',
      '--json',
    ])
    const address: string = await new Promise(told =>
      createInterface({ input: server.stdout }).once('line', line => told(JSON.parse(line).address)),
    )
    expect(log(`verify ${address} --vkey ${vkey} --json`).json).toMatchObject({ intact: true, entries: 1002 })
    expect((await fetch(`${address}/keys/log.skey`)).status).toBe(404)
    server.kill()
  })
})

test('what could not be run ends with 2 and says what to do', () => {
  const cases = [
    'add @none @hello.txt',
    'verify @none',
    'init @x',
    'prove @minutes x',
    'add @minutes @no-such-file',
    'restore @minutes',
  ]
  for (const words of cases) {
    const { status, stderr } = log(words)
    expect([words, status]).toEqual([words, 2])
    expect(stderr).toMatch(/^countersign: .+\n {2}What to do: .+/)
  }
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('another implementation’s log verifies', ({ skip }) => {
  const vectors = inject('vectors')
  skip(vectors.missing !== undefined, vectors.missing)
  const key = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'
  expect(log(`verify ${join(vectors.path!, 'tessera-log')} --vkey ${key} --json`).json).toMatchObject({
    intact: true,
    entries: 15,
  })
})
