import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '@countersign/tlog'

/** What the verifier is made of, as a `software` statement names it. */
export interface Build {
  readonly name: string
  /** SHA-256 of the build's manifest, in hexadecimal. */
  readonly digest: string
  readonly files: number
}

/** A build: files and folders below `base`. */
interface Part {
  readonly base: string
  readonly paths: readonly string[]
  /** Folders below them that each machine makes for itself. */
  readonly without: readonly string[]
}

/** The command, which runs from its sources, and what is built for browsers. */
const command: Part = {
  base: '.',
  paths: ['launch.mjs', 'package.json', 'package-lock.json', 'packages', 'elections'],
  without: ['node_modules', 'dist'],
}
const pages: Part = { base: 'packages/web/dist', paths: ['assets'], without: [] }
const staff: Part = { base: 'packages/web/dist', paths: ['staff'], without: [] }

/** The builds of the product whose root folder is `root`. Refusals: `not-built`. */
export function buildsOf(root: string): Result<readonly Build[]> {
  return buildsIn(root, { command, pages, 'staff pages': staff })
}

/** The builds that a published site carries. Refusals: `not-built`. */
export function buildsOfSite(site: string): Result<readonly Build[]> {
  const here = { ...pages, base: '.' }
  return buildsIn(site, {
    pages: here,
    ...(existsSync(join(site, 'staff')) && { 'staff pages': { ...staff, base: '.' } }),
  })
}

function buildsIn(root: string, parts: Readonly<Record<string, Part>>): Result<readonly Build[]> {
  const builds: Build[] = []
  for (const [name, part] of Object.entries(parts)) {
    const base = join(root, part.base)
    const missing = part.paths.find(path => !existsSync(join(base, path)))
    if (missing !== undefined)
      return refuse('not-built', `${join(base, missing)} is not there; \`npm start\` builds the pages.`)
    const files = part.paths.flatMap(path => filesOf(base, path, part.without)).sort(byBytes)
    builds.push({ name, digest: sha256(manifest(base, files)), files: files.length })
  }
  return ok(builds)
}

/** What `sha256sum` prints of the files in the order of their names' bytes: anyone can make it without us. */
function manifest(base: string, files: readonly string[]): string {
  return files.map(file => `${sha256(readFileSync(join(base, file)))}  ${file}\n`).join('')
}

function filesOf(base: string, path: string, without: readonly string[]): readonly string[] {
  if (statSync(join(base, path)).isFile()) return [path]
  const below = globSync('**', {
    cwd: join(base, path),
    withFileTypes: true,
    exclude: ({ name }) => without.includes(name),
  })
  return below
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(base, '/').length))
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
