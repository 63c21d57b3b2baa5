import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Figures, parseStatement, type Statement } from '@countersign/election'
import { figuresOf } from '@countersign/election/made-up'
import { readSeed, sign } from '@countersign/record'
import { encodeEntries, type SigningKey } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'

export { figuresOf }

const root = resolve(import.meta.dirname, '../../../../..')
const provinces = ['N', 'C', 'S'] as const
/** Four candidates, by number. */
export const candidateIds = ['anna', 'boris', 'clara', 'dario'] as const
/** The box whose people come with devices of their own, but for its leader, police and a supervisor; elsewhere everyone has a seed. */
export const theBox = 'N-01'

/** Forty boxes: fourteen in the north, thirteen in each other province. */
const boxes = provinces.flatMap((province, i) =>
  Array.from({ length: i === 0 ? 14 : 13 }, (_, at) => `${province}-${String(at + 1).padStart(2, '0')}`),
)
export const otherBoxes = boxes.filter(box => box !== theBox)

/** A rehearsal that was set up by the command: three provinces, forty boxes, four candidates. */
export interface Trial {
  /** The data folder of its server. */
  readonly folder: string
  readonly definition: string
  readonly otherBoxes: readonly string[]
  /** The printed seed of a key, by who holds it: `ministry`, `N-02 leader`, `N-02 agent of anna`. */
  readonly seed: (whose: string) => string
  readonly key: (whose: string) => Promise<SigningKey>
  /** An entry that these have signed. */
  readonly entry: (draft: object, ...whose: readonly string[]) => Promise<Uint8Array>
  readonly remove: () => void
}

/** Runs the command as a person would. Throws with what it said when it does not end well. */
export function countersign(...args: readonly string[]): string {
  const run = spawnSync(process.execPath, [join(root, 'packages/cli/bin/countersign.mjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (run.status !== 0) throw new Error(`${args.join(' ')}: exit ${run.status}\n${run.stderr}${run.stdout}`)
  return run.stdout
}

export function makeTrial(): Trial {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-trial-'))
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const data = join(folder, 'election')
  countersign(
    'new',
    data,
    '--template',
    'iran',
    '--places',
    file('places.csv', placesTable(boxes)),
    '--candidates',
    file('candidates.csv', candidatesTable),
    '--roster',
    file('roster.csv', rosterTable(otherBoxes)),
    '--date',
    '2031-06-06',
  )
  const document = join(data, 'setup.json')
  writeFileSync(document, JSON.stringify(oneRound(JSON.parse(readFileSync(document, 'utf8')))))
  const sealed = JSON.parse(
    countersign('new', data, '--seal', '--rehearsal', '--origin', 'example.org/trial', '--json'),
  ) as { readonly definition: string }
  const seeds = seedsIn(readFileSync(join(data, 'keys/seeds.csv'), 'utf8'))
  const seed = (whose: string) => {
    const found = seeds.get(whose)
    if (found === undefined) throw new Error(`nobody is called ${whose}: ${[...seeds.keys()].slice(0, 9)}`)
    return found
  }
  const key = async (whose: string) => {
    return sodiumNative.signingKeyFromSeed(unwrap(readSeed(seed(whose))))
  }
  return {
    folder: data,
    definition: sealed.definition,
    otherBoxes,
    seed,
    key,
    entry: async (draft, ...whose) =>
      entryOf({ definition: sealed.definition, round: 1, ...draft }, await Promise.all(whose.map(key))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

interface Document {
  readonly definition: object
  readonly rounds: readonly object[]
}

/** One round, by the boxes' own forms: the rest of the template stays as it is. */
export function oneRound(document: Document): Document {
  const name = { en: 'A made-up election', fa: 'انتخابات ساختگی' }
  return {
    ...document,
    definition: { ...document.definition, name, sources: ['direct'] },
    rounds: document.rounds.slice(0, 1),
  }
}

export async function entryOf(draft: object, keys: readonly SigningKey[]): Promise<Uint8Array> {
  return unwrap(await sign(unwrap<Statement>(parseStatement(draft)), keys))
}

function unwrap<T>(result: { ok: true; value: T } | { ok: false; refusal: { readonly message: string } }): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

/** Whose each seed is, as `box role` or the side alone; further ones of one box and role are numbered. */
function seedsIn(table: string): Map<string, string> {
  const seeds = new Map<string, string>()
  for (const line of table.trim().split('\n').slice(1)) {
    const [, side, role, , box, , seed] = line.split(',')
    const name = box === '' ? side! : `${box} ${role}${role === 'agent' ? ` of ${side}` : ''}`
    seeds.set(name, seed!)
  }
  return seeds
}

const candidateNames = [
  ['Anna Andersen', 'آنا آندرسن'],
  ['Boris Bloom', 'بوریس بلوم'],
  ['Clara Costa', 'کلارا کوستا'],
  ['Dario Dunn', 'داریو دان'],
] as const

export const candidatesTable = [
  'candidate,number,name_en,name_fa',
  ...candidateIds.map((id, i) => `${id},${i + 1},${candidateNames[i]!.join(',')}`),
].join('\n')

const provinceNames = { N: ['North', 'شمال'], C: ['Centre', 'مرکز'], S: ['South', 'جنوب'] } as const

export function placesTable(boxes: readonly string[]): string {
  const rows = boxes.map((box, i) => {
    const province = box[0] as keyof typeof provinceNames
    const [en, fa] = provinceNames[province]
    const place = `${province},${en},${fa},P-${box},School ${i + 1},مدرسهٔ ${(i + 1).toLocaleString('fa')}`
    return `${place},fixed,${box},F-${box},${300 * i + 1},${300 * (i + 1)},300`
  })
  const columns =
    'province,province_name_en,province_name_fa,place,name_en,name_fa,sort,box,form,first_stub,last_stub,delivered'
  return [columns, ...rows].join('\n')
}

function rosterTable(boxes: readonly string[]): string {
  const rows = boxes.flatMap(box => [
    `ministry,leader,L-${box},${box}`,
    `ministry,official,O-${box},${box}`,
    `council,supervisor,S-${box},${box}`,
    `anna,agent,A-${box},${box}`,
  ])
  const here = ['ministry,leader,L-1', 'ministry,police,P-1', 'council,supervisor,S-1'].map(
    person => `${person},${theBox}`,
  )
  return ['side,role,card,box', ...here, ...rows].join('\n')
}

/** Everyone who signs at a box other than the one with devices. */
export function staffOf(box: string): readonly string[] {
  return ['leader', 'official', 'supervisor', 'agent of anna'].map(role => `${box} ${role}`)
}

/** The day of a box up to its closing, and its form, as statements to be signed. */
export function dayOf(
  box: string,
  figures: Figures,
): { readonly day: readonly object[]; readonly form: object } {
  const staff = ['leader', ...Array.from({ length: 13 }, () => 'official'), 'supervisor', 'agent']
  const people = staff.map(role => ({ role, ink: 'signed' }))
  return {
    day: [
      { kind: 'open', box, inBox: 0 },
      { kind: 'close-poll', box, checkInsByComputer: figures.issued, issued: figures.issued },
    ],
    form: { kind: 'form', box, serial: `F-${box}`, blind: '0f'.repeat(16), figures, people },
  }
}

/** Sends entries, as one bundle. Throws where one is refused. */
export async function send(address: string, entries: readonly Uint8Array[]): Promise<void> {
  const response = await fetch(`${address}/statements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/vnd.countersign.entries' },
    body: encodeEntries(entries) as Uint8Array<ArrayBuffer>,
  })
  const { results } = (await response.json()) as {
    readonly results?: readonly { readonly refusal?: unknown }[]
  }
  const refused = results?.find(({ refusal }) => refusal !== undefined)
  if (!response.ok || refused) throw new Error(JSON.stringify(refused ?? response.status))
}
