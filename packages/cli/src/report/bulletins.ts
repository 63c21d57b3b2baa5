import { readFile } from 'node:fs/promises'
import type { Bulletin } from '@countersign/analysis/identities'
import type { Name } from '@countersign/election'
import { type Given, type Stopped, stop } from '../command/command.ts'

/** Announcements by another body, to hold the rows against. */
export type Bulletins = readonly (Bulletin & { readonly label: Name })[]

/** Reads them from a JSON file: a list of `{label, candidate, votes, sheets, coveredPer10000}`; none where absent. */
export async function readBulletins(path: Given[string]): Promise<{ readonly all: Bulletins } | Stopped> {
  if (typeof path !== 'string') return { all: [] }
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return stop('cannot-read', `${path} cannot be read.`, 'name a JSON file')
  try {
    const json: unknown = JSON.parse(text)
    if (Array.isArray(json) && json.every(isBulletin)) return { all: json }
  } catch {
    // What is not JSON is told below, with what is JSON of another shape.
  }
  return stop(
    'bulletins',
    `${path} is not a list of announcements.`,
    'each has label, candidate, votes, sheets and coveredPer10000: docs/methods/01-identities.md',
  )
}

function isBulletin(each: unknown): each is Bulletins[number] {
  if (typeof each !== 'object' || each === null) return false
  const given = each as Partial<Record<string, unknown>>
  const counts = [given.votes, given.sheets, given.coveredPer10000]
  return (
    typeof given.label === 'object' &&
    typeof given.candidate === 'string' &&
    counts.every(count => Number.isInteger(count) && Number(count) >= 0) &&
    Number(given.coveredPer10000) <= 10_000
  )
}
