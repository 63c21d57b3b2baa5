import { cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement } from '@countersign/election'
import type { Latest } from '@countersign/publication'
import { beforeAll, describe, expect, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'
import { append } from './fixtures/append.ts'

const folder = inOwnFolder()
const iran = ['--election', join(elections, 'iran-2024/election.json')]
let definition = ''

beforeAll(async () => {
  definition = (await json('import', ...iran, '--out', 'record')).answer.definition
  await json('publish', 'record', '--out', 'site')
})

/** Every file under a folder with its bytes, without the publisher's own notes. */
function treeOf(path: string): Map<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
  return new Map(files.sort().map(file => [file.slice(path.length + 1), readFileSync(file, 'latin1')]))
}

const latestIn = (path: string): Latest => JSON.parse(readFileSync(join(path, 'derived/latest.json'), 'utf8'))

/** A running total as the archivist may add it. */
const announcement = (taken: number, of = definition): Statement => ({
  kind: 'announce',
  definition: of,
  round: 1,
  area: 'IR',
  label: { en: `At ${taken}` },
  figures: { taken },
})

describe('a publication', () => {
  test('holds the public part of the record, and none of its keys or heads', () => {
    const there = readdirSync('site/record')
    expect(there).toEqual(expect.arrayContaining(['checkpoint', 'policy.txt', 'tile', 'derived', 'feed.xml']))
    expect(there.filter(name => /keys|heads/.test(name))).toEqual([])
    expect(readFileSync('site/record/checkpoint')).toEqual(readFileSync('record/checkpoint'))
  })

  test('verifies, with every derived file and export', async () => {
    const { exit, answer } = await json('verify', 'site/record')
    expect([exit, answer.intact, answer.failures]).toEqual([0, true, []])
    expect(answer.notCovered).not.toContain('derived')
  })

  test('says in latest.json what the tally says', async () => {
    const { answer } = await json('tally', 'record')
    const { rounds, treeSize } = latestIn('site/record')
    expect(treeSize).toBe(answer.treeSize)
    for (const [i, { taken, candidates, outcome }] of answer.rounds.entries()) {
      expect(rounds[i]).toMatchObject({ outcome })
      expect(rounds[i]!.totals[0]).toMatchObject({ taken, votes: Object.values(candidates) })
    }
  })

  test('has pages that need no server, of this election and at the site’s front', () => {
    for (const page of ['index.html', 'fa/index.html', 'record/en/index.html', 'record/fa/index.html'])
      expect(readFileSync(join('site', page), 'utf8')).toContain('</html>')
  })

  test('is the same, byte for byte, from the same record', async () => {
    await json('publish', 'record', '--out', 'again')
    expect(treeOf('again')).toEqual(treeOf('site'))
  })

  test('works where it is copied to', async () => {
    cpSync('site/record', 'elsewhere', { recursive: true })
    expect((await json('verify', 'elsewhere')).exit).toBe(0)
  })

  test('published again, nothing is written', async () => {
    const { answer } = await json('publish', 'record', '--out', 'site')
    expect([answer.written, answer.copied]).toEqual([0, 0])
  })

  test('goes without exports where none are wanted', async () => {
    const { answer } = await json('publish', 'record', '--out', 'plain', '--no-exports')
    expect(answer.exports).toEqual([])
    expect(existsSync(join('plain/record/derived', String(answer.treeSize), 'exports'))).toBe(false)
    expect((await json('verify', 'plain/record')).exit).toBe(0)
  })
})

describe('one changed figure', () => {
  /** A digit of a file, changed, in a copy of the publication. */
  async function verifyChanged(path: string) {
    cpSync('site/record', 'changed', { recursive: true, force: true })
    const bytes = readFileSync(join('site/record', path))
    const at = bytes.findLastIndex(byte => byte >= 0x30 && byte <= 0x39)
    bytes[at]! ^= 1
    writeFileSync(join('changed', path), bytes)
    return json('verify', 'changed')
  }

  const size = () => latestIn('site/record').treeSize

  test.for(['election.json', 'areas/IR.json', 'index/boxes.json', 'findings.json'])(
    'in %s is caught, and the file named',
    async name => {
      const path = `derived/${size()}/${name}`
      const { exit, answer } = await verifyChanged(path)
      expect([exit, answer.intact]).toEqual([1, false])
      expect(answer.failures).toMatchObject([{ code: 'derived-differs', where: { path } }])
    },
  )

  test('in any derived file is caught', async () => {
    const paths = [...treeOf('site/record').keys()].filter(
      path => path.startsWith('derived/') && path.endsWith('.json') && !path.includes('exports'),
    )
    expect(paths.length).toBeGreaterThan(20)
    cpSync('site/record', 'all', { recursive: true })
    for (const path of paths.filter(path => path !== 'derived/latest.json'))
      writeFileSync(join('all', path), `${readFileSync(join('all', path), 'utf8')} `)
    const { answer } = await json('verify', 'all')
    const named = answer.failures.map(({ where }: { where: { path: string } }) => where.path)
    expect(named.sort()).toEqual(paths.filter(path => path !== 'derived/latest.json').sort())
  })

  test('in latest.json is caught', async () => {
    const { exit, answer } = await verifyChanged('derived/latest.json')
    expect([exit, answer.failures.length > 0]).toEqual([1, true])
  })

  test.for([
    'round-1-areas.csv',
    'round-1.err.json',
    'round-1.eml.xml',
    'round-2.openelections.csv',
    'dictionary.json',
  ])('in the export %s is caught, with its place', async name => {
    const path = `derived/${size()}/exports/${name}`
    const { exit, answer } = await verifyChanged(path)
    expect([exit, answer.intact]).toEqual([1, false])
    expect(answer.failures).toMatchObject([{ code: 'export-differs', where: { path } }])
  })
})

describe('a record that grows', () => {
  beforeAll(async () => {
    cpSync('record', 'growing', { recursive: true })
    await json('publish', 'growing', '--out', 'live')
  })

  test('has a new version of which only what changed is written; the former stays', async () => {
    const before = latestIn('live/growing')
    const files = treeOf(join('live/growing', before.derived))
    await append('growing', [announcement(123)])
    const { answer } = await json('publish', 'growing', '--out', 'live')
    expect(answer.treeSize).toBe(before.treeSize + 1)
    // The election, and the reports of two rounds in two formats, which name the version.
    expect(answer.written).toBe(5)
    expect(answer.files).toBe(files.size)
    expect(latestIn('live/growing').treeSize).toBe(answer.treeSize)
    expect(treeOf(join('live/growing', before.derived))).toEqual(files)
    expect((await json('verify', 'live/growing')).exit).toBe(0)
    expect(readFileSync('live/growing/feed.xml', 'utf8')).toContain('At 123')
  })

  test('a publication that is behind its log is held against its own version', async () => {
    cpSync('live/growing', 'behind', { recursive: true })
    await append('growing', [announcement(124)])
    for (const part of ['tile', 'checkpoint'])
      cpSync(join('growing', part), join('behind', part), { recursive: true })
    const behind = await json('verify', 'behind')
    expect([behind.exit, behind.answer.failures]).toEqual([0, []])
    expect(behind.answer.notCovered).not.toContain('derived')
    const path = join('behind', latestIn('behind').derived, 'election.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('24535185', '24535186'))
    expect((await json('verify', 'behind')).exit).toBe(1)
  })

  test('older versions go, the newest two stay', async () => {
    await json('publish', 'growing', '--out', 'live')
    await append('growing', [announcement(125)])
    const { answer } = await json('publish', 'growing', '--out', 'live')
    const versions = readdirSync('live/growing/derived').filter(name => name !== 'latest.json')
    expect(versions.map(Number)).toEqual([answer.treeSize - 1, answer.treeSize])
  })

  test('another election in the site stays on its pages', async () => {
    await json('publish', 'record', '--out', 'live', '--name', 'first')
    const front = readFileSync('live/index.html', 'utf8')
    expect(front).toContain('first/en/')
    expect(front).toContain('growing/en/')
  })

  test('the two versions share what did not change', async () => {
    const { treeSize } = latestIn('live/growing')
    const inode = (size: number) => statSync(`live/growing/derived/${size}/index/search.json`).ino
    expect(inode(treeSize)).toBe(inode(treeSize - 1))
  })
})

describe('what cannot be published', () => {
  test('a record that does not verify; the former publication stays', async () => {
    cpSync('record', 'broken', { recursive: true })
    const bundle = [...treeOf('broken').keys()].find(path => path.startsWith('tile/entries/'))!
    const bytes = readFileSync(join('broken', bundle))
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(join('broken', bundle), bytes)
    const first = await ran('publish', 'broken', '--out', 'refused')
    expect([first.exit, first.err]).toEqual([2, expect.stringContaining('does not verify')])
    expect(existsSync('refused/broken/derived/latest.json')).toBe(false)
  })

  test('an earlier state of the same record, or another record, over a publication', async () => {
    const before = readFileSync('live/growing/derived/latest.json')
    const older = await ran('publish', 'record', '--out', 'live', '--name', 'growing')
    expect([older.exit, older.err]).toEqual([2, expect.stringContaining('later version')])
    const { definition: other } = (await json('import', ...iran, '--out', 'other')).answer
    for (let i = 0; i < 4; i++) await append('other', [announcement(i, other)])
    const strange = await ran('publish', 'other', '--out', 'live', '--name', 'growing')
    expect([strange.exit, strange.err]).toEqual([2, expect.stringContaining('does not extend')])
    expect(readFileSync('live/growing/derived/latest.json')).toEqual(before)
  })

  test.for([
    [['publish', 'record'], '--out'],
    [['publish', 'nowhere', '--out', 'site'], 'nowhere'],
    [['publish', 'record', '--out', 'site', '--name', '../up'], '--name'],
    [['publish', 'record', '--out', 'site', '--keep', '0'], '--keep'],
    [['publish', 'record', '--out', 'site', '--address', 'here'], 'https://'],
    [['serve', 'nowhere'], 'nowhere'],
    [['serve', 'site', '--port', '70000'], '--port'],
  ] as const)('%s', async ([args, says]) => {
    const { exit, err } = await ran(...args)
    expect([exit, err]).toEqual([2, expect.stringContaining(says)])
  })
})

test('a publication that another process is making is left to it', async () => {
  const lock = join(folder, 'site/record/.publishing')
  writeFileSync(lock, String(process.ppid))
  const { exit, err } = await ran('publish', 'record', '--out', 'site')
  expect([exit, err]).toEqual([2, expect.stringContaining(String(process.ppid))])
  writeFileSync(lock, '4194304999')
  expect((await ran('publish', 'record', '--out', 'site')).exit).toBe(0)
  renameSync('site/record/.published.json', 'site/record/.published.old')
  expect((await json('publish', 'record', '--out', 'site')).exit).toBe(0)
})

describe('docs/publication.md', () => {
  const document = readFileSync(join(elections, '../docs/publication.md'), 'utf8')
  /** Paths as the document writes them, each as a pattern. */
  const patterns = [...document.matchAll(/`([^`\s]+)`/g)]
    .map(([, path]) => path!.replace(/^\./, 'round-<n>-areas.'))
    .flatMap(path => (path === 'round-<n>-areas.parquet' ? [path, 'round-<n>-boxes.parquet'] : [path]))
    .map(
      path =>
        new RegExp(
          `^${path
            .replaceAll('.', '\\.')
            .replace(/<[a-z ]+>/g, '[\\w.-]+')
            .replace('…', '.+')}$`,
        ),
    )

  test('names every file of a publication but the pages', () => {
    const size = latestIn('site/record').treeSize
    const paths = [...treeOf('site/record').keys()]
      .filter(path => !/^(en|fa)\//.test(path))
      .map(path => path.replace(`derived/${size}/exports/`, '').replace(`derived/${size}/`, ''))
    expect(paths.length).toBeGreaterThan(50)
    expect(paths.filter(path => !patterns.some(pattern => pattern.test(path)))).toEqual([])
  })

  test('its example reads an area from latest.json on', () => {
    const latest = latestIn('site/record')
    expect(document).toContain('latest.derived}areas/IR.json')
    const area = JSON.parse(readFileSync(join('site/record', latest.derived, 'areas/IR.json'), 'utf8'))
    expect(area.rounds[0].taken).toBe(latest.rounds[0]!.totals[0]!.taken)
    expect(document).toContain(`\`${latest.format}\``)
  })

  test('every member of latest.json is told', () => {
    const { rounds, ...rest } = latestIn('site/record')
    for (const name of [...Object.keys(rest), ...Object.keys(rounds[0]!)])
      expect(document).toContain(`\`${name}\``)
  })
})
