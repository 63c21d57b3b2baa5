import { fromHex } from '@countersign/election'
import { noble } from '@countersign/tlog'
import type { SetupDocument } from './document/document.ts'
import { readSetup, type Setup, type TableTexts } from './tables/tables.ts'
import { templateOf } from './templates.ts'

/** The public key of somebody made up, the same for the same name. */
export function publicKeyOf(name: string): Promise<Uint8Array> {
  const known = made.get(name) ?? makeKey(name)
  made.set(name, known)
  return known
}
const made = new Map<string, Promise<Uint8Array>>()

async function makeKey(name: string): Promise<Uint8Array> {
  const seed = fromHex(Buffer.from(name.padEnd(32, '.')).toString('hex').slice(0, 64))
  return (await noble.signingKeyFromSeed(seed)).publicKey
}

/** The one date of the template's calendar that no rule gives. */
export const registration = { round: 1, id: 'registration-opens', date: '2031-05-08' } as const

/** A made-up setup from the template of Iran that lacks nothing: two provinces, four boxes, two candidates. */
export async function aDocument(changes: Partial<SetupDocument> = {}): Promise<SetupDocument> {
  const template = templateOf('iran')
  const bodies = template.bodies.map(async body => {
    const key = Buffer.from(await publicKeyOf(body.id)).toString('hex')
    return { ...body, keys: body.keys.map(({ card }) => ({ card, key })) }
  })
  return {
    ...template,
    definition: {
      ...template.definition,
      name: { en: 'A made-up election', fa: 'انتخابات ساختگی' },
      staff: 2,
    },
    bodies: await Promise.all(bodies),
    rounds: template.rounds.map((round, i) => ({ ...round, date: i === 0 ? '2031-06-06' : '2031-06-13' })),
    trigger: '2031-05-01',
    dates: [registration],
    sources: [],
    ...changes,
  }
}

export const places = `province,province_name_en,province_name_fa,county,county_name_en,place,name_en,name_fa,sort,box,form,first_stub,last_stub,delivered
E,East,شرق,E-1,Eastham,P-1,School,مدرسه,fixed,E-1-1,F-1,1,300,300
E,East,شرق,E-1,Eastham,P-1,School,مدرسه,fixed,E-1-2,F-2,301,600,300
E,East,شرق,E-2,Easton,P-2,Library,کتابخانه,mobile,E-2-1,F-3,601,900,300
W,West,غرب,W-1,Weston,P-3,Hall,سالن,fixed,W-1-1,F-4,901,1200,300
`

export const candidates = `candidate,number,name_en,name_fa,spellings
anna,1,Anna Andersen,آنا آندرسن,Ana Andersen|Anna Anderson
boris,2,Boris Bloom,بوریس بلوم,
`

/** A roster with what every box needs: a leader and a supervisor. */
export const roster = `side,role,card,box,area,name
${['E-1-1', 'E-1-2', 'E-2-1', 'W-1-1']
  .flatMap((box, i) => [
    `ministry,leader,L-${i},${box},,Leader ${i}`,
    `ministry,official,O-${i},${box},,`,
    `council,supervisor,S-${i},${box},,`,
    `anna,agent,A-${i},${box},,`,
  ])
  .join('\n')}
ministry,clerk,C-1,,E,
`

export const tables: TableTexts = { places, candidates, roster }

/** A made-up setup with some tables or parts of the document changed. */
export async function aSetup(texts: TableTexts = {}, changes: Partial<SetupDocument> = {}): Promise<Setup> {
  return readSetup(await aDocument(changes), { ...tables, ...texts })
}
