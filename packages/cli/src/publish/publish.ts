import { basename, join, resolve } from 'node:path'
import type { Published } from '@countersign/publication/node'
import type { Answer, Command, Given, Stopped } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { tidily } from '../command/memory.ts'
import { stopBy } from '../record/refused.ts'
import { publishSite } from '../site/site.ts'
import { verifiedState } from './state.ts'

/** A record, and everything that follows from it, as a folder for any web server. */
export const publishCommand: Command = {
  usage: 'publish <record>',
  says: 'Publish a record as a site: its log, results as JSON and for other programs, and pages. Only what changed is written.',
  options: [
    ['--out <site>', 'the site’s folder; other elections published there stay'],
    ['--name <folder>', 'the election’s folder in the site (default: the name of the record’s)'],
    ['--no-exports', 'without CSV, Parquet, NIST ERR, EML and OpenElections'],
    ['--keep <n>', 'versions to keep (default: 2)'],
    ['--address <url>', 'where the site will be, such as https://results.example/'],
  ],
  examples: [
    'countersign publish runoff --out site',
    'countersign publish runoff --out site --name peru-2021 --no-exports',
  ],
  run: async ([record], given, { progress }) => {
    const asked = readGiven(record!, given)
    if ('stopped' in asked) return asked
    const { site, name, exports, keep, address } = asked
    const tidy = tidily()
    const state = await verifiedState(record!, join(site, name), {
      ...progress,
      at(...told) {
        tidy()
        progress.at(...told)
      },
    })
    if (!state.ok) return stopBy(state.refusal, record)
    const heard = (what: string, done: number) => {
      tidy()
      progress.at(what, done)
    }
    const published = await publishSite(
      site,
      [{ ...state.value, record: resolve(record!), name, exports, keep, progress: heard }],
      address,
    )
    return published.ok ? answer(site, name, published.value[0]!) : stopBy(published.refusal, record)
  },
}

interface Asked {
  readonly site: string
  readonly name: string
  readonly exports: boolean
  readonly keep: number
  readonly address: string | undefined
}

function readGiven(record: string, { out, name, exports, keep = '2', address }: Given): Asked | Stopped {
  if (typeof out !== 'string') return stop('usage', 'no folder is named for the site', 'add --out <site>')
  const folder = typeof name === 'string' ? name : basename(resolve(record))
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(folder))
    return stop('usage', `“${folder}” cannot be a folder of the site`, 'give another with --name')
  if (typeof keep !== 'string' || !/^[1-9]\d{0,3}$/.test(keep))
    return stop('usage', 'the number of versions to keep is no whole number from 1', 'give --keep 2')
  if (typeof address === 'string' && !URL.canParse(address))
    return stop('usage', `“${address}” is not an address`, 'give one such as https://results.example/')
  return {
    site: resolve(out),
    name: folder,
    exports: exports !== false,
    keep: Number(keep),
    address: typeof address === 'string' ? address.replace(/\/?$/, '/') : undefined,
  }
}

function answer(site: string, name: string, published: Published): Answer {
  const { treeSize, root, files, written, copied, exports } = published
  const count = (of: number) => of.toLocaleString('en')
  const text = [
    `Published in ${join(site, name)}`,
    `  version    tree size ${count(treeSize)}, root ${root}`,
    `  files      ${count(files)}, of which ${count(written)} are new`,
    `  log        ${count(copied)} files copied`,
    `  exports    ${exports.length === 0 ? 'none' : count(exports.length)}`,
    `  next       countersign serve ${site}`,
    `             countersign verify ${join(site, name)}`,
  ]
  return { json: { site, name, ...published }, text: text.join('\n') }
}
