import { prerender as draw, type PrerenderOptions, type PublishedElection } from '../prerender.tsx'
import { pictureOf } from './picture.ts'

export type { Download, PrerenderOptions, PublishedElection } from '../prerender.tsx'

/** A file of the site: its path below the site's root, and what it holds. */
export type SiteFile = readonly [path: string, content: string | Uint8Array]

/** The files of a site, its pictures drawn: the same elections give the same bytes. */
export async function* prerender(
  elections: readonly PublishedElection[],
  options: PrerenderOptions = {},
): AsyncGenerator<SiteFile> {
  for (const [path, content] of draw(elections, options))
    yield path.endsWith('.svg') ? [path.replace(/svg$/, 'png'), await pictureOf(content)] : [path, content]
}
