import { basename, join, resolve } from 'node:path'
import type { Published } from '@countersign/publication/node'
import type { Answer, Command, Given, Stopped } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { follow } from './follow.ts'
import { type Publishing, publisher } from './publisher.ts'

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
    [
      '--follow [seconds]',
      'go on: publish again when the record has grown, at most so often (60), until it is ended',
    ],
  ],
  examples: [
    'countersign publish runoff --out site',
    'countersign publish runoff --out site --name peru-2021 --no-exports',
    'countersign publish tonight --out site --follow 60',
  ],
  run: async ([record], given, { progress }) => {
    const asked = readGiven(record!, given)
    if ('stopped' in asked) return asked
    const { every, ...publishing } = asked
    const publish = publisher({ ...publishing, record: record! }, progress, every !== undefined)
    if (every !== undefined) {
      const tell = (published: Published) => {
        const { json, text } = answer(asked, published)
        process.stdout.write(given.json === true ? `${JSON.stringify(json)}\n` : `${text}\n`)
      }
      return follow({ record: record!, publish, every, tell })
    }
    const published = await publish()
    return published.ok ? answer(asked, published.value) : stopBy(published.refusal, record)
  },
}

interface Asked extends Omit<Publishing, 'record'> {
  /** Seconds between publications of a record that is followed. */
  readonly every: number | undefined
}

function readGiven(
  record: string,
  { out, name, exports, keep = '2', address, follow }: Given,
): Asked | Stopped {
  if (typeof out !== 'string') return stop('usage', 'no folder is named for the site', 'add --out <site>')
  const folder = typeof name === 'string' ? name : basename(resolve(record))
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(folder))
    return stop('usage', `“${folder}” cannot be a folder of the site`, 'give another with --name')
  if (typeof keep !== 'string' || !/^[1-9]\d{0,3}$/.test(keep))
    return stop('usage', 'the number of versions to keep is no whole number from 1', 'give --keep 2')
  if (typeof address === 'string' && !URL.canParse(address))
    return stop('usage', `“${address}” is not an address`, 'give one such as https://results.example/')
  if (typeof follow === 'string' && !/^[1-9]\d{0,4}$/.test(follow))
    return stop('usage', 'the seconds between publications are no whole number from 1', 'give --follow 60')
  return {
    every: follow === undefined ? undefined : follow === true ? 60 : Number(follow),
    site: resolve(out),
    name: folder,
    exports: exports !== false,
    keep: Number(keep),
    address: typeof address === 'string' ? address.replace(/\/?$/, '/') : undefined,
  }
}

function answer({ site, name }: Pick<Asked, 'site' | 'name'>, published: Published): Answer {
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
