import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesFor } from '../client/messages.ts'
import { builtWeb } from './fixtures/site.ts'

const english = JSON.parse(readFileSync('packages/web/messages/site/en.json', 'utf8')) as Record<
  string,
  string
>
const { scripts } = await builtWeb()

test.each(['place', 'record', 'search'] as const)('the page of %s has every message that it says', script => {
  const code = scripts(script)
  const said = messagesFor(script, english)
  const missing = Object.keys(english).filter(key => said[key] === undefined && says(code, key))
  expect(missing).toEqual([])
  expect(Object.keys(said).length).toBeGreaterThan(10)
})

/** Whether code has a message's name, or puts it together from a beginning: `state.${…}`. A plain word may be another's. */
function says(code: string, key: string): boolean {
  const parts = key.split('.')
  const beginnings = parts.slice(1).map((_, i) => `${parts.slice(0, i + 1).join('.')}.$\{`)
  return ['`', "'", '"'].some(
    quote =>
      code.includes(`${parts.length === 1 ? '.say(' : ''}${quote}${key}${quote}`) ||
      beginnings.some(beginning => code.includes(quote + beginning)),
  )
}
