import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'

const page = resolve(import.meta.dirname, '../../../../docs/json.md')

/** Holds the examples of these commands in docs/json.md against what they answer; UPDATE=1 writes them. */
export function documented(answers: Readonly<Record<string, unknown>>): void {
  let text = readFileSync(page, 'utf8')
  for (const [command, answer] of Object.entries(answers)) {
    const shown = JSON.stringify(answer, withoutChance, 2)
    const example = new RegExp(`(<!-- example: ${command} -->\\n\`\`\`json\\n)[\\s\\S]*?(\`\`\`)`)
    expect(text, command).toMatch(example)
    text = text.replace(example, (_, head: string, end: string) => `${head}${shown}\n${end}`)
  }
  if (process.env.UPDATE) writeFileSync(page, text)
  expect(readFileSync(page, 'utf8')).toBe(text)
}

/** Keys, hashes and what is made from them differ from one record to the next. */
function withoutChance(key: string, value: unknown): unknown {
  if (key === 'vkey') return '…'
  return typeof value === 'string' && /^([0-9a-f]{64}|[0-9a-f]{16})$/.test(value) ? '…' : value
}
