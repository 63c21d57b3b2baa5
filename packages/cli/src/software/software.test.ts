import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { aTrial } from '../made-up/trial.ts'
import { type Build, buildsOf } from './builds.ts'

const root = resolve(import.meta.dirname, '../../../..')
const web = join(root, 'packages/web/dist')
inOwnFolder()

const sha256sum = spawnSync('sha256sum', ['--version']).status === 0

test('a build’s digest is what sha256sum makes of its files', async ({ skip }) => {
  skip(!sha256sum, 'no sha256sum on this machine')
  const { answer } = await json('software')
  const byName = new Map((answer.builds as Build[]).map(build => [build.name, build]))
  const summed = (folder: string, find: string) =>
    spawnSync('sh', ['-c', `find ${find} | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum`], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout.split(' ')[0]
  const own = '-type f -not -path "*/node_modules/*" -not -path "*/dist/*"'
  expect(byName.get('command')?.digest).toBe(
    summed(root, `launch.mjs package.json package-lock.json packages elections ${own}`),
  )
  expect(byName.get('pages')?.digest).toBe(summed(web, 'assets -type f'))
  expect(byName.get('staff pages')?.digest).toBe(summed(web, 'staff -type f'))
})

// threat: other-verifier
test('built again in another folder, the verifier is the same to the byte', () => {
  const other = resolve('elsewhere')
  const built = (path: string) => /(^|\/)(node_modules|dist)(\/|$)/.test(path.slice(root.length))
  for (const path of ['launch.mjs', 'package.json', 'package-lock.json', 'packages', 'elections'])
    cpSync(join(root, path), join(other, path), { recursive: true, filter: source => !built(source) })
  for (const modules of globSync('{.,packages/*}/node_modules', { cwd: root })) installAs(modules, other)
  for (const config of ['vite.config.ts', 'vite.staff.config.ts']) {
    const run = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'error'],
      {
        cwd: join(other, 'packages/web'),
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      },
    )
    expect([run.status, run.stderr]).toEqual([0, ''])
  }
  const builds = buildsOf(other)
  expect(builds).toMatchObject({ ok: true })
  expect(builds).toEqual(buildsOf(root))
})

/** The installed packages as links, but for our own, which are those of the other folder. */
function installAs(modules: string, other: string): void {
  for (const name of readdirSync(join(root, modules))) {
    const to = join(other, modules, name)
    mkdirSync(dirname(to), { recursive: true })
    if (name !== '@countersign') symlinkSync(join(root, modules, name), to)
    else cpSync(join(root, modules, name), to, { recursive: true, verbatimSymlinks: true })
  }
}

test('what two bodies state in the record is held against what is here', async () => {
  await aTrial()
  const record = 'trial/record'
  expect(await json('software', record)).toMatchObject({ exit: 1, answer: { entry: null } })

  const [head, ...seeds] = readFileSync('trial/keys/seeds.csv', 'utf8').trim().split('\n')
  const of = (role: string) => seeds.filter(row => row.includes(`,${role},`))
  writeFileSync('one.csv', [head, ...of('authority')].join('\n'))
  await ran('software', record, '--sign', 'one.csv', '--unasked')
  expect((await json('software', record)).answer.entry).toBeNull()

  const signed = await json('software', record, '--sign', 'trial/keys/seeds.csv', '--unasked')
  expect(signed).toMatchObject({ exit: 0, answer: { entry: expect.any(Number) } })
  const held = await json('software', record)
  expect([held.exit, held.answer.builds.map((each: Build & { stated: string }) => each.stated)]).toEqual([
    0,
    held.answer.builds.map(({ digest }: Build) => digest),
  ])
})

test('a site whose scripts are other than stated is told', async () => {
  cpSync(join(web, 'assets'), 'site/assets', { recursive: true })
  expect((await json('software', 'trial/record', '--site', 'site')).exit).toBe(0)
  const worker = globSync('site/assets/verify-worker-*.js')[0]!
  appendFileSync(worker, ' ')
  const { exit, out } = await ran('software', 'trial/record', '--site', 'site')
  expect([exit, out]).toEqual([1, expect.stringContaining('OTHER than stated')])
  expect((await json('software', '--site', 'nowhere')).answer.error.code).toBe('not-built')
  writeFileSync('none.csv', 'serial,side,role,card,box,area,seed\n')
  expect((await json('software', 'trial/record', '--sign', 'none.csv')).answer.error.code).toBe('no-seeds')
})
