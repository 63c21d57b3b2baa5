import { isRehearsal } from '@countersign/election'
import { renderToStaticMarkup } from 'react-dom/server'
import { messagesFor } from './client/messages.ts'
import charts from './layout/charts.css?inline'
import { type LanguageLink, Page, type PageProps } from './layout/page.tsx'
import print from './layout/print.css?inline'
import screen from './layout/style.css?inline'
import tables from './layout/tables.css?inline'
import claims from './site/claims.css?inline'
import { ClaimsPage } from './site/claims.tsx'
import { Home } from './site/home.tsx'
import { upFrom } from './site/links.ts'
import { electionPages } from './site/pages.tsx'
import { type Published, type PublishedElection, publishedOf } from './site/published.ts'
import { shownOf } from './site/shown.ts'
import {
  isolated,
  type Messages,
  type Names,
  type ParsedMessages,
  parsedMessages,
  type Text,
  textIn,
} from './text/text.ts'

export type { Download, PublishedElection } from './site/published.ts'

/** A language is a file in `messages/site/`; the pages of the course, of analysis and of claims have their own beside it. */
const ofSite = import.meta.glob<Messages>('../messages/site/*.json', { eager: true, import: 'default' })
const ofCourse = import.meta.glob<Messages>('../messages/course/*.json', { eager: true, import: 'default' })
const ofAnalysis = import.meta.glob<Messages>('../messages/analysis/*.json', {
  eager: true,
  import: 'default',
})
const ofClaims = import.meta.glob<Messages>('../messages/claims/*.json', { eager: true, import: 'default' })
/** The facts that ship with the product, for the names of their elections. */
const facts = import.meta.glob<{ readonly elections: readonly { readonly name: Names }[] }>(
  '../../../elections/facts/*.json',
  { eager: true, import: 'default' },
)
const messages: Readonly<Record<string, Messages>> = Object.fromEntries(
  Object.entries(ofSite).map(([path, said]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    {
      ...said,
      ...ofCourse[path.replace('/site/', '/course/')],
      ...ofAnalysis[path.replace('/site/', '/analysis/')],
      ...ofClaims[path.replace('/site/', '/claims/')],
    },
  ]),
)
const texts = Object.entries(messages).map(([language, messages]) => textIn(language, messages))

const style = tables + charts + screen + print

export interface PrerenderOptions {
  /** Where the site will be, such as `https://results.example/`; a picture is only shown with a link where it is known. */
  readonly address?: string
  /** The scripts of the pages as they were built; without it each is `assets/<name>.js`. */
  readonly scripts?: Scripts
}

/** Of each script by its name: its file in `assets/`, and the files that it imports. */
export type Scripts = Readonly<Record<string, { readonly file: string; readonly imports: readonly string[] }>>

/** A file of the site: a page, or the drawing of the picture that stands for a page where a link to it is pasted. */
export type SiteFile = readonly [path: string, content: string]

/**
 * The pages of a site, as HTML that needs no script and no server: a front page in every language (English at the
 * root too), and of each election, in every language, its pages. Pictures are SVG: `…/card.svg`.
 */
export function* prerender(
  elections: readonly PublishedElection[],
  options: PrerenderOptions = {},
): Generator<SiteFile> {
  const published = elections.map(publishedOf)
  const real = published.filter(({ overview }) => !isRehearsal(overview.origin))
  yield [figuresFile, JSON.stringify(real.map(shownOf))]
  for (const text of texts) {
    if (text.language === 'en') yield ['index.html', homePage(text, published, '', options)]
    yield [`${text.language}/index.html`, homePage(text, published, `${text.language}/`, options)]
    yield [`${text.language}/claims/index.html`, claimsPage(text, real, options)]
    for (const election of published) yield* pagesOf(text, election, options)
  }
}

function homePage(
  text: Text,
  elections: readonly Published[],
  place: string,
  options: PrerenderOptions,
): string {
  const root = upFrom(place)
  const links = elections.map(({ folder, overview }) => ({
    href: `${root}${folder}/${text.language}/`,
    overview,
  }))
  return html({
    text,
    title: text.say('home.title'),
    description: text.say('home.lead'),
    languages: languagesBeside(text, language => `${root}${language}/`),
    root: root || './',
    ...addressOf(place, options),
    children: <Home text={text} elections={links} claims={`${root}${text.language}/claims/`} />,
  })
}

/** What the site shows of its elections, for the page that holds an article against it. */
const figuresFile = 'claims/figures.json'

/** Of no one election: an article is read against every one whose facts are held, and those of the site. */
function claimsPage(text: Text, elections: readonly Published[], options: PrerenderOptions): string {
  const place = `${text.language}/claims/`
  const root = upFrom(place)
  const shipped = Object.values(facts).flatMap(({ elections }) => elections)
  const known = [...elections.map(({ overview }) => overview), ...shipped].map(({ name }) => text.name(name))
  return html({
    text,
    title: text.say('claims.title'),
    description: text.say('claims.lead'),
    languages: languagesBeside(text, language => `${root}${language}/claims/`),
    root,
    style: style + claims,
    ...scriptsOf(['claims'], options),
    messages: said(text, 'claims'),
    ...addressOf(place, options),
    children: <ClaimsPage text={text} known={[...new Set(known)]} figures={`${root}${figuresFile}`} />,
  })
}

/** Which record a page is made from, and how far that had come. */
function sourceOf(text: Text, { origin, treeSize, root, time }: Published['overview']): string {
  return text.say('printed', {
    origin: isolated(origin),
    treeSize: text.count(treeSize),
    root: root === null ? '–' : isolated(root),
    time: time === null ? 'none' : 'known',
    moment: time === null ? '' : text.moment(time),
  })
}

function* pagesOf(text: Text, election: Published, options: PrerenderOptions): Generator<SiteFile> {
  const { pages, card, widget } = electionPages(text, election)
  const folder = `${election.folder}/${text.language}/`
  const name = text.name(election.overview.name)
  const rehearsal = isRehearsal(election.overview.origin)
  for (const { route, title, description, body, app } of pages) {
    const up = upFrom(route)
    yield [
      `${folder}${route}index.html`,
      html({
        text,
        title,
        description: rehearsal ? `${text.say('rehearsal')} ${description}` : description,
        languages: languagesBeside(text, language => `${up}../${language}/${route}`),
        root: `${up}../../`,
        base: `${up}../`,
        nav: {
          election: name,
          href: up || './',
          rehearsal,
          source: sourceOf(text, election.overview),
          links: pages
            .filter(({ navigable }) => navigable !== undefined)
            .map(page => ({
              name: page.navigable!,
              href: `${up}${page.route}` || './',
              current: currentOf(page.route, route),
            })),
        },
        feed: `${up}../${text.language === 'en' ? 'feed.xml' : `feed.${text.language}.xml`}`,
        picture: `${options.address ? options.address + folder : up}card.png`,
        ...scriptsOf(app ? ['site', app] : ['site'], options),
        ...(app && { messages: said(text, app) }),
        ...addressOf(`${folder}${route}`, options),
        children: body,
      }),
    ]
  }
  yield [`${folder}card.svg`, card]
  yield [`${folder}embed/index.html`, widget]
}

/** The page itself, or the one that it lies below. */
function currentOf(link: string, route: string): 'page' | 'true' | undefined {
  if (link === route) return 'page'
  return link !== '' && route.startsWith(link) ? 'true' : undefined
}

function html(
  page: Omit<PageProps, 'style' | 'scripts'> & Partial<Pick<PageProps, 'style' | 'scripts'>>,
): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Page style={style} scripts={[]} {...page} />)}\n`
}

function languagesBeside(text: Text, hrefOf: (language: string) => string): readonly LanguageLink[] {
  return texts
    .filter(({ language }) => language !== text.language)
    .map(other => ({ language: other.language, name: other.say('language'), href: hrefOf(other.language) }))
}

function addressOf(place: string, { address }: PrerenderOptions): Pick<PageProps, 'address'> {
  return address === undefined ? {} : { address: address + place }
}

function said({ language }: Text, app: Parameters<typeof messagesFor>[0]): ParsedMessages {
  return parsedMessages(language, messagesFor(app, messages[language]!))
}

function scriptsOf(names: readonly string[], { scripts = {} }: PrerenderOptions) {
  const built = names.map(name => scripts[name] ?? { file: `${name}.js`, imports: [] })
  return {
    scripts: built.map(({ file }) => file),
    modules: [...new Set(built.flatMap(({ imports }) => imports))],
  }
}
