import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Overview } from '@countersign/publication'

/** An election to show: the folder of its record, and the name of its folder in the site. */
export interface SiteElection {
  readonly record: string
  readonly folder: string
  readonly overview: Overview
}

type Prerender = (
  elections: readonly Pick<SiteElection, 'folder' | 'overview'>[],
) => ReadonlyMap<string, string>

/** Of a record's folder, what is published. Its keys and heads never are. */
const published = ['checkpoint', 'policy.txt', 'tile', 'blob']

const web = join(import.meta.dirname, '../../../web/dist')

/**
 * Makes a site that any web server serves: each election's pages beside the public part of its record. The site
 * that was there is replaced in one step, once the new one is whole.
 */
export async function makeSite(site: string, elections: readonly SiteElection[]): Promise<void> {
  const unfinished = `${site}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  for (const { record, folder } of elections)
    for (const part of published)
      await cp(join(record, part), join(unfinished, folder, part), { recursive: true }).catch(ifAbsent)
  await cp(join(web, 'fonts'), join(unfinished, 'fonts'), { recursive: true })
  const { prerender } = (await import(pathToFileURL(join(web, 'prerender.js')).href)) as {
    prerender: Prerender
  }
  for (const [path, html] of prerender(elections)) {
    await mkdir(dirname(join(unfinished, path)), { recursive: true })
    await writeFile(join(unfinished, path), html)
  }
  await rm(site, { recursive: true, force: true })
  await rename(unfinished, site)
}

function ifAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
