import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { main } from '../main.ts'

const root = resolve(import.meta.dirname, '../../../..')
/** The elections that ship. */
export const elections = join(root, 'elections')

/** A folder for the tests of a file, which is the working folder while they run. */
export function inOwnFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'))
  beforeAll(() => process.chdir(folder))
  afterAll(() => {
    process.chdir(root)
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** What a command said and ended with, run in this process. */
export async function ran(...args: readonly string[]) {
  const told = { out: '', err: '' }
  const catching = (
    [
      ['stdout', 'out'],
      ['stderr', 'err'],
    ] as const
  ).map(([stream, to]) =>
    vi.spyOn(process[stream], 'write').mockImplementation(text => {
      told[to] += text
      return true
    }),
  )
  try {
    return { exit: await main(args), ...told }
  } finally {
    for (const spy of catching) spy.mockRestore()
  }
}

/** The command's answer as JSON. */
export async function json(...args: readonly string[]) {
  const { exit, out, err } = await ran(...args, '--json')
  if (out === '') throw new Error(`${args.join(' ')} ended with ${exit}: ${err}`)
  return { exit, answer: JSON.parse(out) }
}
