import { join } from 'node:path'
import type { Election, StatementNamed } from '@countersign/election'
import { type Answer, type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { openingOptions, stopLog, withLog } from '../log/opening.ts'
import { stopBy } from '../record/refused.ts'
import { verified } from '../record/verified.ts'
import { type Build, buildsOf, buildsOfSite } from './builds.ts'
import { signedSoftware } from './sign.ts'

const product = join(import.meta.dirname, '../../../..')

/** Which verifier this is, and whether it is the one that the record states. */
export const softwareCommand: Command = {
  usage: 'software [record]',
  says: 'Print the digests of this verifier’s builds, and hold them against those that the record states.',
  options: [
    ['--site <folder>', 'a published site: its scripts instead of those here'],
    ['--sign <seeds.csv>', 'state these builds in the record, signed with the sealed seeds of its bodies'],
    ...openingOptions,
  ],
  examples: [
    'countersign software',
    'countersign software trial/record --sign trial/keys/seeds.csv',
    'countersign software trial/record --site site',
  ],
  run: async ([record], given, { progress }) => {
    const { site, sign } = given
    const builds = typeof site === 'string' ? buildsOfSite(site) : buildsOf(product)
    if (!builds.ok) return stopBy(builds.refusal)
    if (record === undefined) return answer(builds.value, undefined)
    const done = await verified(record, {}, progress)
    if (!done.ok) return stopBy(done.refusal, record)
    const { election } = done.value
    if (!election)
      return stop('broken', `${record} cannot be read to its end`, `countersign verify ${record}`)
    if (typeof sign === 'string') return state(record, election, builds.value, { ...given, sign })
    return answer(builds.value, lastStated(election) ?? 'nothing stated')
  },
}

interface Stated {
  readonly entry: number
  readonly builds: StatementNamed<'software'>['builds']
}

/** The last statement on the verifier that has force. */
function lastStated(election: Election): Stated | undefined {
  const all = [...election.entries.values()].flatMap(({ statement, index, force }) =>
    statement.kind === 'software' && force !== undefined ? [{ entry: index, builds: statement.builds }] : [],
  )
  return all.at(-1)
}

async function state(
  record: string,
  election: Election,
  builds: readonly Build[],
  given: Given & { readonly sign: string },
): Promise<Answer | Stopped> {
  const signed = await signedSoftware(election.definitionId, builds, given.sign)
  if (!signed.ok) return stopBy(signed.refusal)
  return withLog(record, given, async log => {
    const added = await log.add([signed.value])
    if (!added.ok) return stopLog(added, record)
    return answer(builds, { entry: added.value[0]!, builds })
  })
}

function answer(builds: readonly Build[], stated: Stated | 'nothing stated' | undefined): Answer {
  const known = typeof stated === 'object' ? stated : undefined
  const held = builds.map(build => {
    const named = known?.builds.find(({ name }) => name === build.name)
    return { ...build, ...(stated !== undefined && { stated: named?.digest ?? null }) }
  })
  const finding = stated !== undefined && held.some(({ digest, stated: said }) => said !== digest)
  const json = { entry: known?.entry ?? null, builds: held }
  const lines = held.map(({ name, digest, files, ...rest }) => {
    const word = 'stated' in rest ? `   ${wordFor(digest, rest.stated)}` : ''
    return `  ${name.padEnd(12)} ${digest}   ${files.toLocaleString('en')} files${word}`
  })
  const head =
    stated === undefined
      ? 'This verifier’s builds, by the SHA-256 of their files'
      : known
        ? `This verifier’s builds, beside those that entry ${known.entry} of the record states`
        : 'This verifier’s builds; the record states none'
  return { json, text: [head, ...lines].join('\n'), finding }
}

function wordFor(digest: string, stated: string | null): string {
  if (stated === null) return 'not stated in the record'
  return stated === digest ? 'as stated' : `OTHER than stated: ${stated}`
}
