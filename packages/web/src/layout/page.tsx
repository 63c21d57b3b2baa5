import type { ReactNode } from 'react'
import type { ParsedMessages, Text } from '../text/text.ts'
import { letterRanges } from './letters.ts'

/** A link to the same page in another language. */
export interface LanguageLink {
  readonly language: string
  readonly name: string
  readonly href: string
}

/** A page of the same election. */
export interface NavLink {
  readonly name: string
  readonly href: string
  readonly current: 'page' | 'true' | undefined
}

/** The pages of an election, and what every one of them says of it. */
export interface Navigation {
  readonly election: string
  /** Its first page. */
  readonly href: string
  /** Whether nothing in it is real. */
  readonly rehearsal: boolean
  /** Which record and version the page is made from; shown in print. */
  readonly source: string
  readonly links: readonly NavLink[]
}

export interface PageProps {
  readonly text: Text
  readonly title: string
  /** The page in a sentence or two, for whoever is shown a link to it. */
  readonly description: string
  readonly languages: readonly LanguageLink[]
  /** From this page to the site's root. */
  readonly root: string
  /** From this page to its election's folder; absent where the page is of no one election. */
  readonly base?: string
  /** The election's pages, with its name. */
  readonly nav?: Navigation
  /** A feed of this page's election. */
  readonly feed?: string
  /** The whole address of this page, of its picture; relative where the site's address is not known. */
  readonly address?: string
  readonly picture?: string
  readonly style: string
  /** Of `assets/`, by name. */
  readonly scripts: readonly string[]
  /** Of `assets/`: what these scripts import, to be fetched beside them and not after. */
  readonly modules?: readonly string[]
  /** What a script of this page says. */
  readonly messages?: ParsedMessages
  readonly children: ReactNode
}

/** The frame of every page: language and direction, skip link, languages, the election's pages, footer. */
export function Page(page: PageProps) {
  const { text, languages, root, base, nav, address, style, scripts, modules = [], messages, children } = page
  return (
    <html lang={text.language} dir={text.direction} data-root={root} data-base={base}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Told {...page} />
        <link rel="icon" href="data:," />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, which must not be escaped */}
        <style dangerouslySetInnerHTML={{ __html: style + fontFaces(`${root}fonts`) }} />
        {modules.map(module => (
          <link key={module} rel="modulepreload" href={`${root}assets/${module}`} />
        ))}
        {scripts.map(script => (
          <script key={script} type="module" src={`${root}assets/${script}`} />
        ))}
      </head>
      <body>
        <a className="skip" href="#main">
          {text.say('skip')}
        </a>
        <header>
          <a className="product" href={`${root}${text.language}/`}>
            {text.say('product')}
          </a>
          {nav && (
            <a className="election" href={nav.href}>
              {nav.election}
            </a>
          )}
          <nav aria-label={text.say('languages')}>
            {languages.map(({ language, name, href }) => (
              <a key={language} href={href} hrefLang={language} lang={language}>
                {name}
              </a>
            ))}
          </nav>
        </header>
        {nav && (
          <nav className="pages" aria-label={text.say('nav', { election: nav.election })}>
            <ul>
              {nav.links.map(({ name, href, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {nav?.rehearsal && <p className="rehearsal">{text.say('rehearsal')}</p>}
        {nav && (
          <p className="printed">
            {nav.source} {address && <bdi>{address}</bdi>}
          </p>
        )}
        <main id="main">{children}</main>
        <footer>{text.say('footer')}</footer>
        {messages && <MessagesOf messages={messages} />}
      </body>
    </html>
  )
}

/** The title, and what is shown of the page where a link to it is pasted. */
function Told({ text, title, description, feed, address, picture, languages }: PageProps) {
  const whole = `${title} · ${text.say('product')}`
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={text.say('product')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={text.language} />
      {address && <meta property="og:url" content={address} />}
      {address && <link rel="canonical" href={address} />}
      {picture && (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={description} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {languages.map(({ language, href }) => (
        <link key={language} rel="alternate" hrefLang={language} href={href} />
      ))}
      {feed && <link rel="alternate" type="application/atom+xml" title={title} href={feed} />}
    </>
  )
}

function MessagesOf({ messages }: { readonly messages: ParsedMessages }) {
  const json = { __html: JSON.stringify(messages).replaceAll('<', '\\u003c') }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, in which no tag can end
  return <script type="application/json" id="messages" dangerouslySetInnerHTML={json} />
}

/** Only what a page uses of the font is loaded: the common letters of the Arabic script, then the others. */
function fontFaces(folder: string): string {
  const { common, others } = letterRanges()
  const face = (file: string, weight: number, range: string) =>
    `@font-face{font-family:Vazirmatn;src:url(${folder}/${file}) format("woff2");font-weight:${weight};` +
    `font-display:swap;unicode-range:${range}}`
  return [
    face('Vazirmatn-Regular.woff2', 400, common),
    face('Vazirmatn-Bold.woff2', 600, common),
    face('Vazirmatn-NL-Regular.woff2', 400, others),
    face('Vazirmatn-NL-Bold.woff2', 600, others),
  ].join('')
}
