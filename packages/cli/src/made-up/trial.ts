import { readFileSync, writeFileSync } from 'node:fs'
import { parseStatement } from '@countersign/election'
import { readSeed, sign } from '@countersign/record'
import { openLog, sodiumNative } from '@countersign/tlog/node'
import { json, ran } from './command.ts'

/** A trial of two boxes with eighteen people each, sealed, in the folder `trial`. */
export interface Trial {
  /** Everyone's printed seed. */
  readonly seeds: readonly Seed[]
  /** The form of a box, signed by all of its people or by some. */
  readonly form: (box: string, votes: readonly [number, number], signers?: number) => Promise<Uint8Array>
  /** Says when votes are public. */
  readonly release: () => Promise<Uint8Array>
  /** Puts entries on the record. */
  readonly record: (...entries: readonly Uint8Array[]) => Promise<void>
}

interface Seed {
  readonly role: string
  readonly side: string
  readonly box: string
  readonly seed: string
}

const places = `district,district_name_en,district_name_fa,place,name_en,name_fa,box,form,delivered
N,North,شمال,P-1,School,دبستان,N-1,F-1,300
N,North,شمال,P-1,School,دبستان,N-2,F-2,300
`
const candidates = 'candidate,number,name_en,name_fa\nanna,1,Anna,آنا\nboris,2,Boris,بوریس\n'
const staffOf = (box: string) => [
  `committee,leader,L-${box},${box},`,
  ...Array.from({ length: 13 }, (_, i) => `committee,official,O${i}-${box},${box},`),
  ...[1, 2].map(i => `supervisors,supervisor,S${i}-${box},${box},`),
  `anna,agent,A-${box},${box},`,
  `boris,agent,B-${box},${box},`,
]

/** Made in the working folder, which must be the test's own. */
export async function aTrial(): Promise<Trial> {
  writeFileSync('places.csv', places)
  writeFileSync('candidates.csv', candidates)
  writeFileSync('roster.csv', ['side,role,card,box,name', ...staffOf('N-1'), ...staffOf('N-2')].join('\n'))
  const tables = ['--places', 'places.csv', '--candidates', 'candidates.csv', '--roster', 'roster.csv']
  await ran('new', 'trial', '--template', 'plain', ...tables, '--name', 'Spring', '--date', '2031-05-04')
  const sealed = await json('new', 'trial', '--seal', '--origin', 'example.org/trial')
  const definition = sealed.answer.definition as string
  const [columns, ...rows] = readFileSync('trial/keys/seeds.csv', 'utf8').trim().split('\n')
  const names = columns!.split(',')
  const seeds = rows.map(
    row => Object.fromEntries(row.split(',').map((cell, i) => [names[i]!, cell])) as unknown as Seed,
  )
  const keyOf = ({ seed }: { readonly seed: string }) =>
    sodiumNative.signingKeyFromSeed(unwrap(readSeed(seed)))
  return {
    seeds,
    async form(box, votes, signers = 18) {
      const here = seeds.filter(one => one.box === box)
      const statement = unwrap(parseStatement({ ...formOf(definition, box, votes), people: inked(here) }))
      return unwrap(await sign(statement, await Promise.all(here.slice(0, signers).map(keyOf))))
    },
    async release() {
      const authority = await keyOf(seeds.find(({ role }) => role === 'authority')!)
      return unwrap(await sign({ kind: 'release', definition, round: 1 }, [authority]))
    },
    async record(...entries) {
      const log = unwrap(await openLog('trial/record', { unasked: true }))
      unwrap(await log.add(entries))
      unwrap(await log.close())
    },
  }
}

function inked(people: readonly { readonly role: string; readonly side: string }[]) {
  return people.map(({ role, side }) => ({ role, side, ink: 'signed' }))
}

function formOf(definition: string, box: string, [anna, boris]: readonly [number, number]) {
  const valid = anna + boris
  const taken = valid + 11
  const stubs = { delivered: 300, issued: taken, unused: 300 - taken, spoiled: 0, checkInsByComputer: taken }
  const ballots = { inBox: taken, excessDrawn: 0, notTaken: 0, taken, invalid: 11, valid }
  return {
    ...{ kind: 'form', definition, round: 1, box, serial: box.replace('N', 'F'), blind: '0f'.repeat(16) },
    figures: { ...stubs, ...ballots, votes: { 1: anna, 2: boris } },
    closedAt: 1935583200,
  }
}

export function unwrap<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.refusal))
}
