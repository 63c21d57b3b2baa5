import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

/**
 * What a test may need and a machine may lack. `path` where it was found, else `missing`: the reason that
 * the skipped tests give.
 */
export type Found =
  | { readonly path: string; readonly missing?: never }
  | { readonly path?: never; readonly missing: string }

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Found
    go: Found
    postgres: Found
    vectors: Found
    data: Found
    articles: Found
  }
}

const root = resolve(import.meta.dirname, '../..')

export default function provide(project: TestProject): void {
  project.provide('chromium', chromium())
  project.provide('go', go())
  project.provide('postgres', postgres())
  project.provide(
    'vectors',
    folder('COUNTERSIGN_VECTORS', '../shared/vectors', 'the test vectors from outside'),
  )
  project.provide('data', folder('COUNTERSIGN_DATA', '../shared/data', 'the results used only by tests'))
  project.provide('articles', folder('COUNTERSIGN_CLAIMS', '../shared', 'articles with their listed claims'))
}

/**
 * A browser: the one that the test set-up named, else the first of the usual names. The headless shell is the same
 * engine without the windows around it, which cost tests several times as much as the pages.
 */
export function chromium(): Found {
  const named = process.env.COUNTERSIGN_CHROMIUM
  const path = named || first(['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'])
  if (!path) return { missing: 'no Chromium on this machine' }
  const starts = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' })
  if (starts.status === 0) return { path }
  return {
    missing: `the Chromium of this machine does not start: ${starts.stderr?.trim().split('\n')[0] ?? starts.error}`,
  }
}

export function go(): Found {
  const path = first(['go'])
  if (!path) return { missing: 'no Go on this machine' }
  if (!existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog'))
    return { missing: 'Go is here, its golang.org/x/mod package is not' }
  return { path }
}

/** The folder of PostgreSQL's programs: in the path, or where Debian or npm puts them. */
export function postgres(): Found {
  const named = process.env.COUNTERSIGN_POSTGRES
  const folders = [
    ...(named ? [named] : []),
    ...(process.env.PATH ?? '').split(':'),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ]
  const path = folders.find(folder => ['postgres', 'initdb'].every(name => existsSync(join(folder, name))))
  if (!path) return { missing: 'no PostgreSQL on this machine' }
  const answers = spawnSync(join(path, 'postgres'), ['--version'], { encoding: 'utf8' })
  return answers.status === 0 ? { path } : { missing: 'the PostgreSQL of this machine does not start' }
}

function folder(variable: string, beside: string, what: string): Found {
  const path = process.env[variable] ?? join(root, beside)
  return existsSync(path) ? { path } : { missing: `${what} are not on this machine (${variable})` }
}

function first(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(path => existsSync(path))
}
