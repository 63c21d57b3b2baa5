import type { Overview } from '@countersign/publication'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import english from '../messages/en.json' with { type: 'json' }
import persian from '../messages/fa.json' with { type: 'json' }
import { type LanguageLink, Page } from './layout/page.tsx'
import style from './layout/style.css?inline'
import { ElectionPage } from './site/election.tsx'
import { Home } from './site/home.tsx'
import { type Messages, type Text, textIn } from './text/text.ts'

/** An election as a site shows it: the folder it lies in and its overview. */
export interface PublishedElection {
  /** A name for a folder, such as `iran-2024`. */
  readonly folder: string
  readonly overview: Overview
}

/** A language is a file in `messages/` and a line here. */
const messages: Readonly<Record<string, Messages>> = { en: english, fa: persian }
const texts = Object.entries(messages).map(([language, messages]) => textIn(language, messages))

/**
 * The pages of a site, as HTML that needs no script and no server: a front page in every language, and a page
 * of each election in every language. English is at the root too.
 */
export function prerender(elections: readonly PublishedElection[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const text of texts) {
    const links = elections.map(({ folder, overview }) => ({
      href: `../${folder}/${text.language}/`,
      overview,
    }))
    const home = <Home text={text} elections={links} />
    pages.set(
      `${text.language}/index.html`,
      html(text, { title: text.say('home.title'), depth: 1, body: home }),
    )
    if (text.language === 'en') {
      const rootLinks = elections.map(({ folder, overview }) => ({ href: `${folder}/en/`, overview }))
      const body = <Home text={text} elections={rootLinks} />
      pages.set('index.html', html(text, { title: text.say('home.title'), depth: 0, body }))
    }
    for (const { folder, overview } of elections) {
      const title = text.say('result.title', { election: text.name(overview.name) })
      const body = <ElectionPage text={text} overview={overview} />
      pages.set(`${folder}/${text.language}/index.html`, html(text, { title, depth: 2, body }))
    }
  }
  return pages
}

interface Html {
  readonly title: string
  /** Folders between the site's root and the page. */
  readonly depth: 0 | 1 | 2
  readonly body: ReactNode
}

function html(text: Text, { title, depth, body }: Html): string {
  const root = '../'.repeat(depth) || './'
  const languages: readonly LanguageLink[] = texts
    .filter(({ language }) => language !== text.language)
    .map(other => ({
      language: other.language,
      name: other.say('language'),
      href: depth === 0 ? `${other.language}/` : `../${other.language}/`,
    }))
  const frame = { text, title, languages, home: `${root}${text.language}/`, fonts: `${root}fonts`, style }
  return `<!doctype html>\n${renderToStaticMarkup(<Page {...frame}>{body}</Page>)}\n`
}
