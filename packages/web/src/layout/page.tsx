import type { ReactNode } from 'react'
import type { Text } from '../text/text.ts'

/** A link to the same page in another language. */
export interface LanguageLink {
  readonly language: string
  readonly name: string
  readonly href: string
}

interface PageProps {
  readonly text: Text
  readonly title: string
  readonly languages: readonly LanguageLink[]
  /** From this page to the site's front page in this language. */
  readonly home: string
  /** From this page to the folder of fonts. */
  readonly fonts: string
  readonly style: string
  readonly children: ReactNode
}

/** The frame of every page: language and direction, skip link, languages, footer. */
export function Page({ text, title, languages, home, fonts, style, children }: PageProps) {
  return (
    <html lang={text.language} dir={text.direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${text.say('product')}`}</title>
        <link rel="icon" href="data:," />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, which must not be escaped */}
        <style dangerouslySetInnerHTML={{ __html: style + fontFaces(fonts) }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {text.say('skip')}
        </a>
        <header>
          <a href={home}>{text.say('product')}</a>
          <nav aria-label={text.say('languages')}>
            {languages.map(({ language, name, href }) => (
              <a key={language} href={href} hrefLang={language} lang={language}>
                {name}
              </a>
            ))}
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer>{text.say('footer')}</footer>
      </body>
    </html>
  )
}

/** Only the Arabic-script half of the font is loaded, and only by a page that uses it. */
function fontFaces(folder: string): string {
  const face = (file: string, weight: number) =>
    `@font-face{font-family:Vazirmatn;src:url(${folder}/${file}) format("woff2");font-weight:${weight};` +
    'font-display:swap;unicode-range:U+0600-06FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC}'
  return face('Vazirmatn-NL-Regular.woff2', 400) + face('Vazirmatn-NL-Bold.woff2', 600)
}
